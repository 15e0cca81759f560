# The real Prometheus from Debian's package, laid out as the public image is.
ARG JAVA_IMAGE
FROM ${JAVA_IMAGE}
COPY bin/ /bin/
RUN mkdir -p /prometheus && chown 65534:65534 /prometheus
USER 65534:65534
ENTRYPOINT ["/bin/prometheus"]
