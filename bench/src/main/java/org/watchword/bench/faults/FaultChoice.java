package org.watchword.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.watchword.bench.process.Gate;

/** Draws faults from a seed: each kind as often as any other. */
final class FaultChoice {

    private final LineProcesses line;
    private final Servers servers;
    private final SmallDisk disk;
    private final Random random;
    private final List<Kind> kinds = new ArrayList<>();

    private interface Kind {
        Fault draw();
    }

    FaultChoice(TwoLines.Scene scene) {
        this.line = scene.line();
        this.servers = line.servers();
        this.disk = scene.disk();
        this.random = scene.random();
        for (String role : line.names()) {
            kinds.add(() -> killed(role));
        }
        kinds.add(this::brokerKilled);
        kinds.add(this::elasticsearchKilled);
        kinds.add(this::stopped);
        gates("broker", servers.kafkaGate());
        gates("Elasticsearch", servers.elasticsearchGate());
        kinds.add(this::slowSink);
        kinds.add(() -> clock(scene.clock()));
        if (disk.canBeFull()) {
            kinds.add(this::full);
        }
    }

    Fault next() {
        return kinds.get(random.nextInt(kinds.size())).draw();
    }

    /** One of each kind, in a random order. */
    List<Fault> oneOfEach() {
        List<Fault> all = new ArrayList<>(kinds.stream().map(Kind::draw).toList());
        Collections.shuffle(all, random);
        return all;
    }

    /** The kinds from which the line recovers within seconds, one of each: roles and the broker killed, Elasticsearch cut off, a full disk. */
    List<Fault> quickOfEach() {
        List<Fault> quick =
                new ArrayList<>(line.names().stream().map(this::killed).toList());
        quick.addAll(List.of(brokerKilled(), cutOff("Elasticsearch", servers.elasticsearchGate())));
        if (disk.canBeFull()) {
            quick.add(full());
        }
        return quick;
    }

    private Duration between(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }

    private Fault killed(String role) {
        return new Fault(
                role.replaceFirst("-\\d+$", "") + " killed",
                between(0, 3_000),
                () -> line.kill(role),
                () -> line.start(role));
    }

    private Fault brokerKilled() {
        return new Fault("broker killed", between(0, 3_000), servers::killBroker, servers::reviveBroker);
    }

    private Fault elasticsearchKilled() {
        return new Fault(
                "Elasticsearch killed", between(0, 3_000), servers::killElasticsearch, servers::reviveElasticsearch);
    }

    /** Longer than a transaction lasts, shorter than two sessions. */
    private Fault stopped() {
        List<String> roles = line.names();
        String role = roles.get(random.nextInt(roles.size()));
        return new Fault(
                "a role stands still",
                between(5_000, 20_000),
                () -> line.role(role).stop(),
                () -> line.role(role).goOn());
    }

    private void gates(String name, Gate gate) {
        kinds.add(() -> cutOff(name, gate));
        kinds.add(() -> new Fault(name + " half-open", between(100, 2_000), gate::silence, gate::heal));
        kinds.add(() -> new Fault(
                name + " delayed",
                between(2_000, 6_000),
                () -> gate.delay(Duration.ofMillis(200 + random.nextInt(800))),
                gate::heal));
    }

    private Fault cutOff(String name, Gate gate) {
        return new Fault(name + " cut off", between(100, 5_000), gate::shut, gate::heal);
    }

    private Fault slowSink() {
        Gate gate = servers.elasticsearchGate();
        return new Fault("sink slow", between(4_000, 10_000), () -> gate.throttle(4_000), gate::heal);
    }

    private Fault clock(SteppedClock clock) {
        long seconds = (random.nextBoolean() ? 1 : -1) * (10L + random.nextInt(7_200));
        return new Fault("clock jumps", between(1_000, 5_000), () -> clock.step(seconds), clock::restore);
    }

    private Fault full() {
        return new Fault("disk full", between(1_000, 8_000), disk::fill, disk::free);
    }
}
