package org.watchword.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.watchword.app.status.Account;
import org.watchword.app.status.CountsReader;
import org.watchword.bench.process.RoleProcess;
import org.watchword.model.Topics;

/**
 * The line as roles in processes of their own, each with a data folder of its own, and somebody who starts a role again that has ended, as
 * a service manager does.
 */
final class LineProcesses implements AutoCloseable {

    private static final int LAST_LINES = 12;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Servers servers;
    private final Path data;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, RoleProcess> roles = new TreeMap<>();
    private final List<String> jvm;
    private final Set<String> away = new TreeSet<>();
    private final List<String> ended = new ArrayList<>();
    private CountsReader counts;

    /**
     * Nothing is started yet.
     *
     * @param data gets a folder for each role
     * @param jvm options of the roles' machines
     * @param more settings of the roles, as variables
     */
    LineProcesses(Servers servers, Path data, Path sources, List<String> jvm, Map<String, String> more) {
        this.servers = servers;
        this.jvm = List.copyOf(jvm);
        this.data = data;
        this.counts = reader();
        settings.putAll(servers.settings());
        settings.put("WATCHWORD_INGEST_SOURCES_FOLDER", sources.toString());
        settings.put("WATCHWORD_INGEST_DELAY", "5 ms");
        settings.put("WATCHWORD_INGEST_REVISIT_MIN", "1 s");
        settings.put("WATCHWORD_INGEST_REVISIT", "1 s");
        settings.put("WATCHWORD_INGEST_REVISIT_MAX", "2 s");
        settings.put("WATCHWORD_INDEX_BACKOFF_MAX", "2 s");
        settings.putAll(more);
    }

    private CountsReader reader() {
        return new CountsReader(servers.watcher(), "watchword-" + Topics.COUNTS);
    }

    /**
     * Starts a role, unless it runs; returns at once.
     *
     * @param name {@code ROLE}, {@code ROLE-NUMBER}, or several in one process, {@code ROLE+ROLE}
     */
    RoleProcess start(String name) throws IOException {
        RoleProcess running = roles.get(name);
        if (running != null && running.isAlive()) {
            return running;
        }
        List<String> does = List.of(name.replaceFirst("-\\d+$", "").split("\\+"));
        RoleProcess process = new RoleProcess(name, does, data.resolve(name), jvm, settings);
        roles.put(name, process);
        away.remove(name);
        return process;
    }

    RoleProcess role(String name) {
        RoleProcess role = roles.get(name);
        if (role == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return role;
    }

    List<String> names() {
        return List.copyOf(roles.keySet());
    }

    Servers servers() {
        return servers;
    }

    /** Kills a role, and leaves it dead until it is started again. */
    void kill(String name) throws InterruptedException {
        away.add(name);
        role(name).kill();
    }

    /**
     * Asks a role to stop, and leaves it stopped.
     *
     * @return how long it took; {@code most} when it had to be killed
     */
    Duration leave(String name, Duration most) throws InterruptedException {
        away.add(name);
        return role(name).terminate(most);
    }

    /** Starts every role again that has ended. Those that did so by themselves are noted. */
    void revive() throws IOException {
        for (RoleProcess role : List.copyOf(roles.values())) {
            if (role.hasFailed()) {
                ended.add(
                        role.name() + " ended by itself with " + role.exitCode().orElse(-1) + ": " + lastWords(role));
                start(role.name());
            } else if (!role.isAlive() && !away.contains(role.name())) {
                start(role.name());
            }
        }
    }

    /** What it said last: from its own last sentence on, or its last lines. */
    private static String lastWords(RoleProcess role) throws IOException {
        List<String> lines = Files.readAllLines(role.terminal());
        int from = Math.max(0, lines.size() - LAST_LINES);
        for (int i = 0; i < lines.size(); i++) {
            from = lines.get(i).startsWith("watchword:") ? i : from;
        }
        return lines.isEmpty()
                ? "without a word"
                : String.join(" | ", lines.subList(from, Math.min(lines.size(), from + LAST_LINES)));
    }

    /** Roles that ended though nobody asked them to, and what they said last. */
    List<String> ended() {
        return List.copyOf(ended);
    }

    /** What the line has counted, as {@code watchword status} sees it. */
    Account account() {
        return Account.of(counts.read().values());
    }

    /**
     * Waits until the counts are as wanted, and sees meanwhile to it that every role runs.
     *
     * @return whether they came to be so in time
     */
    boolean await(Predicate<Account> wanted, Duration most) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < deadline) {
            revive();
            servers.reviveBroker();
            try {
                if (wanted.test(account())) {
                    return true;
                }
            } catch (KafkaException e) {
                counts.close();
                counts = reader();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        return false;
    }

    /** Runs a command of the program against this line. */
    int run(Path output, List<String> arguments) throws IOException, InterruptedException {
        return RoleProcess.run(output, settings, arguments);
    }

    /** Where a role keeps its data. */
    Path data(String name) {
        return data.resolve(name);
    }

    /** Has each role write what its threads do into a file of its data folder. */
    void dumpThreads() throws IOException, InterruptedException {
        for (RoleProcess role : roles.values()) {
            if (role.isAlive()) {
                new ProcessBuilder("jstack", Long.toString(role.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(role.terminal()
                                .resolveSibling("threads-" + role.pid() + ".txt")
                                .toFile())
                        .start()
                        .waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    @Override
    public void close() {
        roles.values().forEach(RoleProcess::close);
        counts.close();
    }
}
