package org.watchword.app.command;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.watchword.app.Rooms;
import org.watchword.app.config.WatchwordConfig;
import org.watchword.app.line.DataFolder;
import org.watchword.app.line.Installation;
import org.watchword.app.line.Line;
import org.watchword.app.line.Mode;
import org.watchword.app.line.RoleName;
import org.watchword.app.log.RunLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code watchword up}: everything on this machine, over the configured sources. */
@Command(name = "up", description = "Run everything on this machine, on the sources of config/sources.")
final class UpCommand implements Callable<Integer> {

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
        PrintWriter err = spec.commandLine().getErr();
        EnumSet<RoleName> roles = EnumSet.allOf(RoleName.class);
        return Session.run(err, runner -> {
            DataFolder folder = runner.open("data folder", () -> DataFolder.open(common.data(config), Mode.UP, roles));
            RunLog.open(folder.path(), config.logs(), false);
            err.println("Watchword, data in " + folder.path());
            new Line(config, Mode.UP, roles, Rooms.roles(), Installation.current(), InstantSource.system())
                    .open(folder, runner, new StartReport(err));
            err.println("Search at " + Addresses.desk(folder.path(), config.desk()) + "; Ctrl-C stops.");
        });
    }
}
