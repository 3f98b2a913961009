package org.watchword.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whom Elasticsearch runs as. It refuses to run as root, so a root start hands it to a user id of its own.
 *
 * @param id numeric user and group id
 * @param separate whether that is another user than the one who runs this program
 */
record ServerUser(int id, boolean separate) {

    /** An id that systems give to nobody: below 60000 (reserved ranges begin there), far above people's. */
    private static final int OWN_ID = 58_765;

    private static final List<Path> SETPRIV = List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

    /** @throws ServerException when this is root and the tool that changes users is missing */
    static ServerUser current() {
        int id = processId();
        if (id != 0) {
            return new ServerUser(id, false);
        }
        setpriv();
        return new ServerUser(OWN_ID, true);
    }

    /** What stands before a command so that this user runs it. */
    List<String> prefix() {
        if (!separate) {
            return List.of();
        }
        return List.of(
                setpriv(), "--reuid=" + id, "--regid=" + id, "--clear-groups", "--no-new-privs", "--inh-caps=-all");
    }

    /** Whether this user may enter the folder, or, when it does not exist, the nearest one that does. */
    boolean reaches(Path folder) {
        if (!separate) {
            return true;
        }
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.exists(at) && !mayEnter(at)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Lets this user pass through a folder that its owner keeps for himself, by the group and without letting it list what is there. A
     * folder that some group may use already is left as it is.
     */
    void letInto(Path folder) throws IOException {
        if (!separate || !Files.isDirectory(folder) || mayEnter(folder)) {
            return;
        }
        Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
        if (rights.equals(PosixFilePermissions.fromString("rwx------"))) {
            Files.setAttribute(folder, "unix:gid", id);
            rights.add(PosixFilePermission.GROUP_EXECUTE);
            Files.setPosixFilePermissions(folder, rights);
        }
    }

    /** Gives a folder and what is in it to this user. */
    void own(Path folder) throws IOException {
        if (!separate) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", id, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", id, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private boolean mayEnter(Path folder) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
            return Files.getAttribute(folder, "unix:uid").equals(id)
                    || rights.contains(PosixFilePermission.OTHERS_EXECUTE)
                    || rights.contains(PosixFilePermission.GROUP_EXECUTE)
                            && Files.getAttribute(folder, "unix:gid").equals(id);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static int processId() {
        try {
            Path probe = Files.createTempFile("watchword", ".probe");
            try {
                return (Integer) Files.getAttribute(probe, "unix:uid");
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new ServerException(
                    "The folder for temporary files, " + System.getProperty("java.io.tmpdir") + ", cannot be written: "
                            + e.getMessage(),
                    e);
        } catch (UnsupportedOperationException e) {
            // Not a Unix: there is no root to refuse.
            return 1;
        }
    }

    private static String setpriv() {
        return SETPRIV.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new ServerException(
                        "Elasticsearch refuses to run as root, and the tool to start it as another user (setpriv, package"
                                + " util-linux) is missing; run watchword as an ordinary user, or name an Elasticsearch of your own"
                                + " with elasticsearch.urls."))
                .toString();
    }
}
