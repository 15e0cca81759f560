# The real Keycloak from its distribution at Maven Central, laid out as the public image is.
ARG JAVA_IMAGE
FROM ${JAVA_IMAGE}
COPY --chown=1000:0 keycloak/ /opt/keycloak/
RUN mkdir -p /opt/keycloak/data/import && chown -R 1000:0 /opt/keycloak
USER 1000:0
