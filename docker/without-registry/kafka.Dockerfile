# The real Kafka from the jars of Maven Central, laid out as the public image is.
ARG JAVA_IMAGE
FROM ${JAVA_IMAGE}
COPY standalone/broker/target/lib/ /opt/kafka/libs/
COPY docker/without-registry/kafka/*.sh /opt/kafka/bin/
COPY docker/without-registry/kafka/run /etc/kafka/docker/run
RUN mkdir -p /var/lib/kafka/data && chown -R 1000:1000 /var/lib/kafka
ENV LOG_DIR=/tmp
USER 1000:1000
