# Built from the sources; holds the program and a Java to run it. Kafka and Elasticsearch are servers of their own, see
# docker-compose.yml.
FROM eclipse-temurin:17.0.17_10-jdk-noble AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -q -DskipTests package -pl app -am

FROM eclipse-temurin:17.0.17_10-jre-noble
RUN useradd --system --uid 10001 --no-create-home watchword \
    && mkdir -p /opt/watchword /data \
    && chown watchword /data
# Without servers/: the embedded Elasticsearch is of no use beside a real one.
COPY --from=build /src/app/target/watchword/lib /opt/watchword/lib
COPY --from=build /src/config /opt/watchword/config
COPY --from=build /src/watchword /src/LICENSE /opt/watchword/
USER watchword
VOLUME /data
EXPOSE 8080
WORKDIR /
ENTRYPOINT ["/opt/watchword/watchword"]
CMD ["--help"]
