package org.watchword.app.line;

import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.watchword.index.TlsFailure;

/** Why a Kafka cluster cannot be used, in words that say what to change. */
public final class KafkaFailure {

    private KafkaFailure() {}

    /** To follow "Kafka at ADDRESS cannot be used: ". Kafka's own messages never repeat a password. */
    public static String inWords(Throwable failure) {
        Throwable root = failure;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            root = at;
            if (at instanceof UnsupportedSaslMechanismException) {
                return "it does not know our sasl.mechanism: " + at.getMessage();
            }
            if (at instanceof SaslAuthenticationException) {
                return "it refused our user name or password, see sasl.jaas.config: " + at.getMessage();
            }
        }
        String message = String.valueOf(root.getMessage());
        return TlsFailure.inWords(failure, "ssl.truststore.location (or ssl.truststore.certificates)")
                .orElse(message);
    }
}
