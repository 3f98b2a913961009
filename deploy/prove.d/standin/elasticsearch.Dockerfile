FROM watchword-standin:base
ARG VERSION
RUN useradd --uid 1000 --no-create-home --home-dir /usr/share/elasticsearch elasticsearch
COPY --chown=1000:0 elasticsearch-${VERSION} /usr/share/elasticsearch
COPY docker-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
RUN cd /usr/share/elasticsearch && mkdir -p data logs config/certs && chown -R 1000:0 . && chmod -R u+rwX .
ENV ES_JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64
WORKDIR /usr/share/elasticsearch
USER 1000:0
CMD ["eswrapper"]
