package org.watchword.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.watchword.model.ContentHash;

/**
 * Where Elasticsearch's files lie: in the data folder, or, when its user cannot enter that, in a system folder bound to it.
 *
 * @param path the folder
 * @param relocated whether it lies outside the data folder
 */
record ServerFolder(Path path, boolean relocated) {

    private static final List<Path> SYSTEM_FOLDERS = List.of(Path.of("/var/lib"), Path.of("/var/tmp"));

    /** @throws ServerException when no folder can be used */
    static ServerFolder choose(Path data, ServerUser user) {
        Path inside = data.resolve("elasticsearch");
        try {
            user.letInto(data);
            if (user.reaches(data)) {
                Files.createDirectories(inside);
                return new ServerFolder(inside, false);
            }
            return relocate(data);
        } catch (IOException e) {
            throw new ServerException("The folder for Elasticsearch under " + data + " cannot be written: " + e, e);
        }
    }

    private static ServerFolder relocate(Path data) throws IOException {
        String name = "watchword-"
                + ContentHash.sha256Hex(data.toAbsolutePath().normalize().toString())
                        .substring(0, 12);
        for (Path system : SYSTEM_FOLDERS) {
            Path folder = system.resolve(name);
            if (!Files.isDirectory(folder)) {
                if (!Files.isWritable(system)) {
                    continue;
                }
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            }
            if (!Files.getAttribute(folder, "unix:uid").equals(0)) {
                throw new ServerException("The folder " + folder + " belongs to somebody else and is not used.");
            }
            bind(data, folder);
            return new ServerFolder(folder, true);
        }
        throw new ServerException("Elasticsearch's user cannot enter " + data
                + ", and neither /var/lib nor /var/tmp can be written; choose another folder with --data.");
    }

    /** An index whose data folder was thrown away must not come back with a new one of the same name. */
    private static void bind(Path data, Path folder) throws IOException {
        Path ours = data.resolve("folder-id");
        if (!Files.exists(ours)) {
            Files.createDirectories(data);
            Files.writeString(ours, UUID.randomUUID().toString());
        }
        Path theirs = folder.resolve("folder-id");
        String id = Files.readString(ours);
        if (Files.exists(theirs) && Files.readString(theirs).equals(id)) {
            return;
        }
        deleteTree(folder.resolve("data"));
        Files.writeString(theirs, id);
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
