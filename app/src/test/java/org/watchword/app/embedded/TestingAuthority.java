package org.watchword.app.embedded;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that signs certificates for the servers of a test: each is for 127.0.0.1 and for no name. */
public final class TestingAuthority {

    private final X500Principal name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    public TestingAuthority(String name) {
        this.name = new X500Principal("CN=" + name);
        this.keys = newKeys();
        Instant now = Instant.now();
        this.certificate = sign(this.name, keys, now.minusSeconds(3600), now.plus(Duration.ofDays(1)), true);
    }

    /** Its own certificate, as a file that clients trust. */
    public Path certificateFile(Path file) throws IOException {
        return Files.writeString(file, pem(certificate));
    }

    /** A key and its certificate in one file, readable for its owner alone, and the certificate again in one that ends in .crt. */
    public Path identity(Path file, String subject, Instant notAfter) throws IOException {
        KeyPair own = newKeys();
        X509Certificate signed =
                sign(new X500Principal("CN=" + subject), own, notAfter.minus(Duration.ofDays(2)), notAfter, false);
        String chain = pem(signed) + pem(certificate);
        Files.writeString(file, key(own) + chain);
        Files.writeString(certificate(file), chain);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** What a server in this process shows. */
    public SSLContext context(String subject, Instant notAfter) throws GeneralSecurityException, IOException {
        KeyPair own = newKeys();
        X509Certificate signed =
                sign(new X500Principal("CN=" + subject), own, notAfter.minus(Duration.ofDays(2)), notAfter, false);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", own.getPrivate(), new char[0], new X509Certificate[] {signed, certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    static Path certificate(Path identity) {
        return identity.resolveSibling(identity.getFileName() + ".crt");
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate sign(X500Principal subject, KeyPair own, Instant from, Instant to, boolean authority) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(120, new SecureRandom()),
                            Date.from(from),
                            Date.from(to),
                            subject,
                            own.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(KeyPair own) throws IOException {
        // PKCS#8, the one form that both servers read.
        return pem(new JcaPKCS8Generator(own.getPrivate(), null));
    }

    private static String pem(Object what) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(what);
        }
        return text.toString();
    }
}
