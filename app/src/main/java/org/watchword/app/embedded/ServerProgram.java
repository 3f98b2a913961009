package org.watchword.app.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Elasticsearch's program files, unpacked once from their archive. */
final class ServerProgram {

    private ServerProgram() {}

    /**
     * Unpacks the archive below {@code into}, unless it is; a half-done unpacking of a killed run is done again.
     *
     * @param archive {@code elasticsearch-VERSION.zip}, with one folder of that name inside
     * @return the program's folder
     * @throws ServerException when the archive is missing, broken or does not fit on the disk
     */
    static Path unpack(Path archive, Path into) {
        if (!Files.isRegularFile(archive)) {
            throw new ServerException(
                    "The Elasticsearch archive " + archive + " is missing; build again with ./mvnw -B package.");
        }
        String name = archive.getFileName().toString().replaceFirst("\\.zip$", "");
        Path program = into.resolve(name);
        if (Files.isDirectory(program)) {
            return program;
        }
        Path unfinished = into.resolve(name + ".unpacking");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ServerFolder.deleteTree(unfinished);
            Files.createDirectories(unfinished);
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                extract(zip, entries.nextElement(), unfinished);
            }
            Files.move(unfinished.resolve(name), program, StandardCopyOption.ATOMIC_MOVE);
            ServerFolder.deleteTree(unfinished);
            return program;
        } catch (ZipException | FileAlreadyExistsException e) {
            throw new ServerException(
                    "The Elasticsearch archive " + archive + " is broken; delete it and build again.", e);
        } catch (IOException e) {
            throw new ServerException(
                    "Elasticsearch could not be unpacked into " + into + " (it needs 130 MB there): " + e.getMessage(),
                    e);
        }
    }

    private static void extract(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new ZipException("an entry leads out of the archive: " + entry.getName());
        }
        // Rights are set, not inherited: the server's user must be able to read what root unpacks under a strict umask.
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
        boolean program = entry.getName().contains("/bin/");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
