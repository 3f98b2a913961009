package org.watchword.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.watchword.model.ContentHash;

/** Digests of files of any size. */
final class FileDigest {

    private FileDigest() {}

    /** SHA-256 of a file, 64 hex digits. */
    static String of(Path file) throws IOException {
        MessageDigest digest = ContentHash.newSha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            var unused = in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
