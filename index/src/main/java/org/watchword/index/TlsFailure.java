package org.watchword.index;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why an encrypted connection was not made, in words that say what to change; the JDK's own speak of paths and anchors. */
public final class TlsFailure {

    private static final int DEEPEST = 30;
    private static final String ALERT = "Received fatal alert: ";

    private TlsFailure() {}

    /**
     * The reason, to follow "NAME cannot be used: ".
     *
     * @param authorities the setting that names the authorities which are trusted
     * @return empty when the failure has nothing to do with TLS
     */
    public static Optional<String> inWords(Throwable failure, String authorities) {
        List<Throwable> chain = chain(failure);
        // The nearest cause of all is told: an expired certificate is also one that does not lead to a trusted
        // authority.
        Optional<Throwable> expired = first(chain, CertificateExpiredException.class::isInstance);
        if (expired.isPresent()) {
            return Optional.of("its certificate has expired (" + expired.get().getMessage() + ")");
        }
        Optional<Throwable> early = first(chain, CertificateNotYetValidException.class::isInstance);
        if (early.isPresent()) {
            return Optional.of("its certificate is not valid yet ("
                    + early.get().getMessage() + "), or this machine's clock is wrong");
        }
        Optional<Throwable> name = first(chain, TlsFailure::isForAnotherName);
        if (name.isPresent()) {
            return Optional.of(
                    "its certificate is for another name: " + name.get().getMessage());
        }
        if (first(chain, e -> e instanceof CertPathBuilderException || e instanceof CertPathValidatorException)
                .isPresent()) {
            return Optional.of("its certificate is not signed by an authority that is trusted here; " + authorities
                    + " names those");
        }
        return first(chain, SSLException.class::isInstance).map(e -> ofConnection(String.valueOf(e.getMessage())));
    }

    private static String ofConnection(String message) {
        if (message.startsWith("Unsupported or unrecognized SSL message")) {
            return "it does not speak TLS at this address";
        }
        int alert = message.indexOf(ALERT);
        return alert < 0
                ? "no encrypted connection could be made: " + message
                : "it broke off the encrypted connection: " + message.substring(alert + ALERT.length())
                        + " (does it ask for a certificate of ours, or trust another authority?)";
    }

    private static boolean isForAnotherName(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof SSLPeerUnverifiedException
                || e instanceof CertificateException
                        && (message.startsWith("No name matching") || message.startsWith("No subject alternative"));
    }

    private static Optional<Throwable> first(List<Throwable> chain, Predicate<Throwable> wanted) {
        return chain.stream().filter(wanted).findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = failure; at != null && chain.size() < DEEPEST; at = at.getCause()) {
            chain.add(at);
        }
        return chain;
    }
}
