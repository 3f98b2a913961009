package org.watchword.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.watchword.app.line.LineListener;

/** Prints a start as it goes: one line per part, with the time it took. */
final class StartReport implements LineListener {

    private final PrintWriter out;

    StartReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void starting(String what) {
        out.printf(Locale.ROOT, "  %-14s ", what);
        out.flush();
    }

    @Override
    public void started(String what, Duration took, String detail) {
        out.printf(
                Locale.ROOT, "up after %4.1f s%s%n", took.toMillis() / 1000.0, detail.isEmpty() ? "" : "  " + detail);
    }
}
