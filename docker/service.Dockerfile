# One service, or the gateway. Build it in the root of the checkout, after ./mvnw package:
#   docker build -f docker/service.Dockerfile --build-arg SERVICE=points-service -t xinju/points-service .
ARG JAVA_IMAGE=eclipse-temurin:25-jre

FROM ${JAVA_IMAGE} AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/${SERVICE}.jar service.jar
RUN mkdir -p dependencies snapshot-dependencies application \
    && java -XX:TieredStopAtLevel=1 -Djarmode=tools -jar service.jar extract --layers --force --destination .

# What changes least comes first.
FROM ${JAVA_IMAGE} AS plain
RUN mkdir -p /app && chmod 755 /app
COPY docker/app/ /app/
COPY --from=layers /layers/dependencies/ /app/
COPY --from=layers /layers/snapshot-dependencies/ /app/
COPY --from=layers /layers/application/ /app/

# The start-up cache is recorded against the store and the broker of ./run: a start needs the same classes, and a build needs no other server.
FROM plain AS training
COPY standalone/store/target/xinju-store.jar /standalone/store/
COPY standalone/store/target/lib/ /standalone/store/lib/
COPY standalone/broker/target/xinju-broker.jar /standalone/broker/
COPY standalone/broker/target/lib/ /standalone/broker/lib/
COPY docker/train /standalone/train
RUN /standalone/train

FROM plain
COPY --from=training /app/app.aot /app/
USER 10001:10001
ENTRYPOINT ["/app/start"]
