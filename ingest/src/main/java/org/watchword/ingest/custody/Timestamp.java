package org.watchword.ingest.custody;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.HexFormat;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/** One answer of a timestamp authority, opened. */
final class Timestamp {

    private final TimeStampToken token;
    private final X509CertificateHolder signer;

    private Timestamp(TimeStampToken token, X509CertificateHolder signer) {
        this.token = token;
        this.signer = signer;
    }

    /**
     * Opens an answer, and verifies its signature with the certificate it carries.
     *
     * @param sha256 what it has to be of
     * @throws IOException when it is a refusal, of something else, or not signed as it says
     */
    static Timestamp open(byte[] answer, String sha256) throws IOException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("the authority refused: " + response.getStatusString());
            }
            String imprint = HexFormat.of().formatHex(token.getTimeStampInfo().getMessageImprintDigest());
            if (!imprint.equals(sha256)) {
                throw new IOException("it is a timestamp of " + imprint + ", not of " + sha256);
            }
            X509CertificateHolder signer = signer(token);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            return new Timestamp(token, signer);
        } catch (TSPException | OperatorCreationException | CertificateException e) {
            throw new IOException("not a valid timestamp: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // A signer's id selects certificates; the library gives it no type.
    private static X509CertificateHolder signer(TimeStampToken token) throws IOException {
        Selector<X509CertificateHolder> id = token.getSID();
        Collection<X509CertificateHolder> found = token.getCertificates().getMatches(id);
        if (found.isEmpty()) {
            throw new IOException("it does not carry the certificate of its signer");
        }
        return found.iterator().next();
    }

    /** When the authority says it was. */
    java.time.Instant time() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    X509CertificateHolder signer() {
        return signer;
    }
}
