package org.watchword.app.command;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Prints answers: data to standard output, complaints to standard error. */
final class Answers implements Consumer<Answer> {

    private final PrintWriter out;
    private final PrintWriter err;
    private boolean failed;

    Answers(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void accept(Answer answer) {
        if (answer.line() != null) {
            // One line feed on every system: the output is data.
            out.print(answer.line() + '\n');
        }
        if (answer.complaint() != null) {
            out.flush();
            err.println(answer.complaint());
        }
        failed |= answer.failed();
    }

    int exitCode() {
        out.flush();
        return failed ? 1 : 0;
    }
}
