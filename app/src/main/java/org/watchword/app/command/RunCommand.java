package org.watchword.app.command;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.watchword.app.Rooms;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.DataFolder;
import org.watchword.app.line.Installation;
import org.watchword.app.line.Line;
import org.watchword.app.line.LineException;
import org.watchword.app.line.Mode;
import org.watchword.app.line.RoleName;
import org.watchword.app.line.SystemClock;
import org.watchword.app.log.RunLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchword run}: chosen roles against a Kafka and an Elasticsearch that run elsewhere. */
@Command(name = "run", description = "Run chosen roles against the Kafka and Elasticsearch named in the settings.")
final class RunCommand implements Callable<Integer> {

    @Parameters(arity = "1..4", paramLabel = "ROLE", description = "fetch, analyze, index or desk")
    private List<RoleName> roles = List.of();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final PortOption port = new PortOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        WatchwordConfig config = common.load(port.overrides());
        EnumSet<RoleName> chosen = EnumSet.copyOf(roles);
        if (config.kafka().embedded()) {
            throw new LineException(
                    "'watchword run' joins a Kafka that runs elsewhere: set kafka.bootstrapServers; 'watchword up' brings its own.");
        }
        boolean searches = chosen.contains(RoleName.INDEX) || chosen.contains(RoleName.DESK);
        if (searches && config.elasticsearch().embedded()) {
            throw new LineException("The roles index and desk need an Elasticsearch that runs elsewhere: set"
                    + " elasticsearch.urls; 'watchword up' brings its own.");
        }
        PrintWriter err = spec.commandLine().getErr();
        return Session.run(err, runner -> {
            DataFolder folder =
                    runner.open("data folder", () -> DataFolder.open(common.data(config), Mode.RUN, chosen));
            RunLog.open(folder.path(), config.logs(), true);
            new Line(config, Mode.RUN, chosen, Rooms.roles(), Installation.current(), SystemClock.current())
                    .open(folder, runner, new StartReport(err));
        });
    }
}
