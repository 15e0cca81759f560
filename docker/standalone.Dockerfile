# A program of standalone/ that containers need too: the simulators of providers, the command that makes rights at Kafka. In the root, after
# ./mvnw package:
#   docker build -f docker/standalone.Dockerfile --build-arg MODULE=channels --build-arg MAIN=org.xinju.channels.ChannelsMain .
ARG JAVA_IMAGE=eclipse-temurin:25-jre
FROM ${JAVA_IMAGE}
ARG MODULE
ARG MAIN
COPY standalone/${MODULE}/target/lib/ /app/lib/
COPY standalone/${MODULE}/target/*.jar /app/
# A volume takes its owner from the image.
RUN mkdir -p /data && chown -R 10001:10001 /data
ENV MAIN=${MAIN}
USER 10001:10001
ENTRYPOINT ["/bin/bash", "-c", "exec java -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ${JAVA_OPTIONS:-} -cp '/app/*:/app/lib/*' \"$MAIN\" \"$@\"", "java"]
