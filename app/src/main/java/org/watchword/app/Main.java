package org.watchword.app;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.watchword.analyze.topology.LocalStateException;
import org.watchword.app.command.WatchwordCommand;
import org.watchword.app.embedded.ServerException;
import org.watchword.app.line.LineException;
import org.watchword.desk.DeskStartException;
import org.watchword.desk.account.AccountFileException;
import org.watchword.index.IndexUnavailableException;
import org.watchword.index.QueryException;
import org.watchword.ingest.archive.ArchiveException;
import org.watchword.model.ConfigException;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

    /** As the system says it (ENOSPC), whoever comes upon it. */
    private static final String FULL_DISK = "No space left on device";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with its exit codes: 0 done, 1 failed, 2 wrong usage. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new WatchwordCommand());
        line.setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
        line.setErr(new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            if (isForPeople(failure)) {
                err.println("watchword: " + failure.getMessage());
            } else if (isOfFullDisk(failure)) {
                err.println("watchword: No space is left on the disk (" + failure.getMessage()
                        + "). Free some and start again; nothing that was collected is lost.");
            } else {
                err.println("watchword: an error in the program itself; please report it with these lines:");
                failure.printStackTrace(err);
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    private static boolean isOfFullDisk(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (String.valueOf(at.getMessage()).contains(FULL_DISK)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the message alone tells the user what to do. */
    private static boolean isForPeople(Exception failure) {
        return failure instanceof ConfigException
                || failure instanceof LineException
                || failure instanceof LocalStateException
                || failure instanceof ServerException
                || failure instanceof ArchiveException
                || failure instanceof DeskStartException
                || failure instanceof AccountFileException
                || failure instanceof IndexUnavailableException
                || failure instanceof QueryException;
    }
}
