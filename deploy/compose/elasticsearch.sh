#!/bin/bash
# Starts Elasticsearch with two users: its superuser, for administrators, and one for Watchword, with rights over Watchword's own
# indices and nothing else. Passwords go by files and pipes: they stand in no setting that 'docker inspect' shows, and in no argument,
# which everybody on the machine could read.
set -eu
cd /usr/share/elasticsearch
cp /run/watchword/roles.yml config/roles.yml
secret=$(cat /run/secrets/watchword_password)
if grep -q '^watchword:' config/users; then
    printf '%s\n%s\n' "$secret" "$secret" | bin/elasticsearch-users passwd watchword >/dev/null
else
    printf '%s\n%s\n' "$secret" "$secret" | bin/elasticsearch-users useradd watchword -r watchword >/dev/null
fi
ELASTIC_PASSWORD=$(cat /run/secrets/elastic_password)
export ELASTIC_PASSWORD
exec /usr/local/bin/docker-entrypoint.sh eswrapper
