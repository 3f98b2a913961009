package org.watchword.ingest.custody;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Checks timestamps against the certificates of authorities one trusts: the signer's own, or that of who issued it. */
public final class Rfc3161Check implements TimestampCheck {

    private final List<X509CertificateHolder> trusted;

    private Rfc3161Check(List<X509CertificateHolder> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** One that trusts nobody: it still tells whether an answer is of the right digest and signed as it says. */
    public static Rfc3161Check trustingNobody() {
        return new Rfc3161Check(List.of());
    }

    /**
     * One that trusts the certificates in a file.
     *
     * @param file PEM or DER
     * @throws IOException when it holds no certificate
     */
    public static Rfc3161Check trusting(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509CertificateHolder> certificates = new ArrayList<>();
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add(new X509CertificateHolder(certificate.getEncoded()));
            }
            if (certificates.isEmpty()) {
                throw new IOException(file + " holds no certificate");
            }
            return new Rfc3161Check(certificates);
        } catch (CertificateException e) {
            throw new IOException(file + " cannot be used as a list of certificates: " + e.getMessage(), e);
        }
    }

    @Override
    public Finding check(byte[] answer, String sha256) {
        try {
            Timestamp stamp = Timestamp.open(answer, sha256);
            String words =
                    "stamped at " + stamp.time() + " by " + stamp.signer().getSubject();
            if (isTrusted(stamp)) {
                return new Finding(true, true, words);
            }
            return new Finding(
                    true,
                    false,
                    words
                            + (trusted.isEmpty()
                                    ? ", whose certificate was not checked: none is set under custody.timestampCertificate"
                                    : ", which none of the trusted certificates vouches for"));
        } catch (IOException e) {
            return new Finding(false, false, String.valueOf(e.getMessage()));
        }
    }

    private boolean isTrusted(Timestamp stamp) {
        return trusted.stream()
                .anyMatch(certificate -> certificate.equals(stamp.signer()) || issued(certificate, stamp));
    }

    /** Whether this certificate's key has signed that of the signer, which was valid at the time. */
    private static boolean issued(X509CertificateHolder issuer, Timestamp stamp) {
        X509CertificateHolder signer = stamp.signer();
        try {
            return signer.getIssuer().equals(issuer.getSubject())
                    && signer.isValidOn(Date.from(stamp.time()))
                    && signer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer));
        } catch (CertException | OperatorCreationException | CertificateException e) {
            return false;
        }
    }
}
