#!/bin/bash
# What the image's own start does: the superuser's first password into the keystore, variables with dots as settings, the server.
set -eu
cd /usr/share/elasticsearch
[ -f config/elasticsearch.keystore ] || bin/elasticsearch-keystore create >/dev/null
if [ -n "${ELASTIC_PASSWORD:-}" ] && ! bin/elasticsearch-keystore list | grep -q '^bootstrap.password$'; then
    printf '%s' "$ELASTIC_PASSWORD" | bin/elasticsearch-keystore add -x bootstrap.password
fi
options=(-Enetwork.host=0.0.0.0)
while IFS='=' read -r name value; do
    options+=("-E$name=$value")
done < <(env | grep -E '^[a-z0-9_]+(\.[a-z0-9_]+)+=' | grep -v '^network.host=')
exec bin/elasticsearch "${options[@]}"
