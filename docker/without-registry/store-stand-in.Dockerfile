# The stand-in for MongoDB (standalone/store): port, user and folder are those of MongoDB's image. It knows no passwords.
ARG JAVA_IMAGE
FROM ${JAVA_IMAGE}
COPY standalone/store/target/lib/ /app/lib/
COPY standalone/store/target/xinju-store.jar /app/
RUN mkdir -p /data/db && chown -R 999:999 /data
USER 999:999
CMD ["java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx640m", "-XX:Tier4InvocationThreshold=50000", \
     "-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000", "-XX:Tier4BackEdgeThreshold=400000", \
     "-cp", "/app/*:/app/lib/*", "org.xinju.store.StoreMain", "--address", "0.0.0.0", "--port", "27017", "--data", "/data/db"]
