# Keycloak with our realm, configured when the image is built, so that it starts in a read-only container.
ARG KEYCLOAK_IMAGE=quay.io/keycloak/keycloak:26.7.3
FROM ${KEYCLOAK_IMAGE}
COPY --chown=1000:0 docker/keycloak/realm.json /opt/keycloak/data/import/xinju.json
COPY --chown=1000:0 docker/keycloak/start docker/keycloak/healthy /opt/keycloak/
# What cannot be changed at the start any more. Its own file database: one replica.
ENV KC_DB=dev-file KC_CACHE=local KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true
RUN /opt/keycloak/bin/kc.sh build
ENTRYPOINT ["/opt/keycloak/start"]
