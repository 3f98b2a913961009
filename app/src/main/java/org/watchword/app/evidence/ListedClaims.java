package org.watchword.app.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.watchword.ingest.evidence.Claim;
import org.watchword.ingest.evidence.ClaimReader;

/** Claims that were read from a file or a package. */
public final class ListedClaims implements ClaimSource {

    private final List<Claim> claims;

    public ListedClaims(List<Claim> claims) {
        this.claims = List.copyOf(claims);
    }

    /** Reads a file of JSON lines. @throws IOException at a line that is neither claim nor analysis */
    public static ListedClaims read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new ListedClaims(ClaimReader.read(in, file.toString()));
        }
    }

    @Override
    public Optional<Claim> find(String id) {
        return claims.stream()
                .filter(claim -> claim.statement().id().equals(id))
                .findFirst();
    }

    @Override
    public void all(Receiver receiver) throws IOException {
        for (Claim claim : claims) {
            receiver.claim(claim);
        }
    }

    @Override
    public void close() {}
}
