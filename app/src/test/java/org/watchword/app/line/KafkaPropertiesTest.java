package org.watchword.app.line;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaPropertiesTest {

    @Test
    void aPropertyThatNoClientKnowsIsRefusedWithTheNearest() {
        assertThatExceptionOfType(LineException.class)
                .isThrownBy(() -> KafkaProperties.requireKnown(Map.of("sasl.jaas.confg", "hush")))
                .withMessage("kafka.client, or the file it names: no Kafka client knows the property 'sasl.jaas.confg';"
                        + " did you mean 'sasl.jaas.config'?");
    }

    @Test
    void whatOneKindOfClientKnowsIsTaken() {
        assertThatNoException()
                .isThrownBy(() -> KafkaProperties.requireKnown(Map.of(
                        "bootstrap.servers", "one:9092",
                        "linger.ms", "5",
                        "num.standby.replicas", "1",
                        "main.consumer.max.poll.records", "10",
                        "ssl.truststore.certificates", "x")));
    }
}
