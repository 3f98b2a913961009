package org.watchword.app.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.watchword.app.config.AuthConfig;
import org.watchword.app.config.DataSize;
import org.watchword.app.config.DeskConfig;
import org.watchword.desk.access.OpenDoor;
import org.watchword.desk.account.Accounts;

/** Looks at the machine before anything is started: better one sentence now than half a line and a stack trace later. */
final class Preflight {

    /** Elasticsearch stops taking writes below this, see its disk watermarks. */
    static final DataSize DISK = new DataSize(1536L << 20);

    /** What Elasticsearch's process takes beside its heap. */
    private static final long BESIDE_HEAP = 400L << 20;

    /** What this process's heap may still grow by. */
    private static final long OWN = 400L << 20;

    private Preflight() {}

    /** @throws LineException when the disk of the folder has less free than {@code least} */
    static void requireDisk(Path folder, DataSize least) {
        try {
            Path existing = folder.toAbsolutePath();
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace();
            if (free < least.bytes()) {
                throw new LineException("The disk of " + folder + " is nearly full: " + (free >> 20)
                        + " MiB are free, " + least.mebibytes()
                        + " MiB are needed; make room, or choose another folder with --data.");
            }
        } catch (IOException e) {
            throw new LineException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** @throws LineException when the machine has too little memory left for an Elasticsearch with this heap */
    static void requireMemory(DataSize heap, OptionalLong available) {
        long needed = heap.bytes() + BESIDE_HEAP + OWN;
        if (available.isPresent() && available.getAsLong() < needed) {
            throw new LineException(
                    "There is too little memory: " + (available.getAsLong() >> 20)
                            + " MiB are free, about " + (needed >> 20)
                            + " MiB are needed; close other programs, or name an Elasticsearch of your own with elasticsearch.urls.");
        }
    }

    /** Memory that programs can still get, in bytes: the less of what the kernel and the container allow. */
    static OptionalLong availableMemory() {
        OptionalLong machine = kernelSays(Path.of("/proc/meminfo"));
        OptionalLong limit = number(Path.of("/sys/fs/cgroup/memory.max"));
        OptionalLong used = number(Path.of("/sys/fs/cgroup/memory.current"));
        if (limit.isEmpty() || used.isEmpty()) {
            return machine;
        }
        // Pages of files count as used but are given back when needed.
        long cached =
                field(Path.of("/sys/fs/cgroup/memory.stat"), "inactive_file").orElse(0);
        long container = limit.getAsLong() - used.getAsLong() + cached;
        return OptionalLong.of(Math.min(container, machine.orElse(container)));
    }

    /** @throws LineException when others could reach the search page and nobody would ask who they are, or the accounts cannot be used */
    static void requireGuarded(DeskConfig desk, AuthConfig auth, InstantSource clock) {
        OpenDoor.reason(desk.host(), auth.asks() || auth.openToNetwork()).ifPresent(reason -> {
            throw new LineException(reason);
        });
        auth.accountsFile().ifPresent(file -> new Accounts(file, clock).requireUsable());
    }

    /** @throws LineException when the search page's port is taken or its address is not this machine's */
    static void requirePort(DeskConfig desk) {
        if (desk.port() == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            InetSocketAddress address = new InetSocketAddress(desk.host(), desk.port());
            if (address.isUnresolved()) {
                throw new UnknownHostException(desk.host());
            }
            socket.bind(address);
        } catch (UnknownHostException e) {
            throw new LineException("The address " + desk.host() + " (desk.host) is not known.", e);
        } catch (IOException e) {
            throw new LineException(
                    "Port " + desk.port() + " on " + desk.host() + " cannot be used (" + e.getMessage()
                            + "); stop the program that listens there, or choose another with --port.",
                    e);
        }
    }

    private static OptionalLong kernelSays(Path meminfo) {
        OptionalLong kibibytes = field(meminfo, "MemAvailable:");
        return kibibytes.isPresent() ? OptionalLong.of(kibibytes.getAsLong() << 10) : OptionalLong.empty();
    }

    private static OptionalLong field(Path file, String name) {
        return text(file)
                .flatMap(content -> content.lines()
                        .filter(line -> line.startsWith(name + " "))
                        .findFirst())
                .map(line -> line.replaceAll("\\D", ""))
                .map(digits -> OptionalLong.of(Long.parseLong(digits)))
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong number(Path file) {
        return text(file)
                .map(String::strip)
                .filter(content -> content.matches("\\d{1,18}"))
                .map(content -> OptionalLong.of(Long.parseLong(content)))
                .orElse(OptionalLong.empty());
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
