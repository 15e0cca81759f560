# Read by the entrypoint of MongoDB's image on an empty volume: one user for every database, who may nothing elsewhere.
for service in registry points grid notification; do
    mongosh --quiet -u root -p "$(cat /run/secrets/mongodb-root)" --authenticationDatabase admin "$service" --eval "
        db.createUser({user: '$service', pwd: '$(cat /run/secrets/mongodb-$service)', roles: [{role: 'readWrite', db: '$service'}]})"
done
