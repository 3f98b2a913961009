package org.watchword.bench.corpus;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** What somebody does who wants a package to say something else. */
final class Tampering {

    private Tampering() {}

    /** Copies a package, with one bit in the middle of one of its files turned. */
    static void turnOneBit(Path from, Path to, String entry) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(to, Map.of("compressionMethod", "STORED"))) {
            Path file = zip.getPath(entry);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }
}
