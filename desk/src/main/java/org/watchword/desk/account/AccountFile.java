package org.watchword.desk.account;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file of accounts, looked at again whenever it has changed: who is taken out of it is out at once. A file that others on the machine
 * can read or write is refused. Thread-safe; changes by several processes happen one after another, and each as a whole.
 */
final class AccountFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final String HEAD =
            "# Accounts of the desk; 'watchword users' and 'watchword tokens' write this file.";

    private final Path path;
    /** What tells one content from the next: attributes by name. */
    private Map<String, Object> stamp = Map.of();

    private @Nullable AccountBook book;

    AccountFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** @throws AccountFileException when there is none, others can read it, or a line cannot be read */
    synchronized AccountBook book() {
        try {
            Map<String, Object> now = Files.readAttributes(
                    path,
                    isPosix() ? "posix:lastModifiedTime,size,fileKey,permissions" : "lastModifiedTime,size,fileKey");
            if (book == null || !now.equals(stamp)) {
                requirePrivate();
                book = AccountBook.parse(path.toString(), Files.readAllLines(path));
                stamp = now;
            }
            return book;
        } catch (NoSuchFileException e) {
            throw new AccountFileException(
                    path + ": there is no such file of accounts; 'watchword users add NAME --role admin' makes it");
        } catch (IOException e) {
            throw new AccountFileException(path + ": the accounts cannot be read: " + e.getMessage());
        }
    }

    /**
     * Changes the file; makes it when there is none.
     *
     * @param change from what is there to what shall be
     */
    synchronized void change(Function<AccountBook, List<AccountLine>> change) {
        Path lock = path.resolveSibling(path.getFileName() + ".lock");
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                AccountBook before = Files.exists(path)
                        ? book()
                        : new AccountBook(path.toString(), List.of(new AccountLine.Remark(HEAD)));
                write(new AccountBook(path.toString(), change.apply(before)).written());
                Objects.requireNonNull(held);
            }
            book = null;
        } catch (IOException e) {
            throw new AccountFileException(path + ": the accounts cannot be written: " + e.getMessage());
        }
    }

    private void write(List<String> lines) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (isPosix()) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(fresh);
        }
        Files.write(fresh, lines);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void requirePrivate() throws IOException {
        if (isPosix()) {
            Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
            open.retainAll(Files.getPosixFilePermissions(path));
            if (!open.isEmpty()) {
                throw new AccountFileException(path + ": others on this machine can read or write the accounts ("
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + "); chmod 600 " + path);
            }
        }
    }

    private boolean isPosix() {
        Path folder = Objects.requireNonNull(path.getParent());
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    }
}
