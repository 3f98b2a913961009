# Any engine from 20.10 on builds it, fetching nothing but the two base images and the libraries.
# Holds the program and a Java to run it. Kafka and Elasticsearch are servers of their own, see docker-compose.yml.
#   docker build -t watchword:0.1.0 .
#   docker build -t watchword:0.1.0 --build-arg PROGRAM=built .      with what ./mvnw package has built already

# Built from the sources, or taken as built: which of the two stages below.
ARG PROGRAM=build

FROM eclipse-temurin:17.0.17_10-jdk-noble AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -q -Dmaven.test.skip=true package -pl app -am && mv app/target/watchword/lib /lib-built

FROM scratch AS built
COPY app/target/watchword/lib /lib-built

FROM ${PROGRAM} AS program

FROM eclipse-temurin:17.0.17_10-jre-noble
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /data watchword \
    && mkdir -p -m 700 /data /data/archive \
    && chown -R watchword:watchword /data
# Without servers/: the embedded Elasticsearch is of no use beside a real one.
COPY --from=program /lib-built /opt/watchword/lib
COPY config /opt/watchword/config
COPY watchword LICENSE NOTICE deploy/health /opt/watchword/
USER 10001:10001
VOLUME /data
EXPOSE 8080
WORKDIR /
ENTRYPOINT ["/opt/watchword/watchword"]
CMD ["--help"]
