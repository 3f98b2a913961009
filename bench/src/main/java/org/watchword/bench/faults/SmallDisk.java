package org.watchword.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system in memory that can be filled to the last byte. Needs root; without, it is a folder that is never full. */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "512m";
    private static final byte[] BLOCK = new byte[1 << 16];

    private final Path folder;
    private final boolean mounted;

    SmallDisk(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE + ",mode=755", "tmpfs", folder.toString());
    }

    Path folder() {
        return folder;
    }

    /** Whether it has an end that can be reached; false where this is not root or nothing may be mounted. */
    boolean canBeFull() {
        return mounted;
    }

    /** Leaves not a byte. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(BLOCK);
            }
        } catch (IOException e) {
            // That is what was wanted.
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        try {
            if (mounted && !run("umount", folder.toString())) {
                run("umount", "-l", folder.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
