FROM watchword-standin:base
RUN useradd --uid 1000 --create-home appuser && mkdir -p /opt/kafka/config /opt/kafka/logs /var/lib/kafka/data \
    && chown -R appuser /opt/kafka /var/lib/kafka
COPY libs /opt/kafka/libs
COPY kafka-run /etc/kafka/docker/run
COPY logback.xml /etc/kafka/docker/logback.xml
USER appuser
VOLUME /var/lib/kafka/data
CMD ["/etc/kafka/docker/run"]
