package org.watchword.app.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others: by itself it is wrong usage, and says which of them to begin with. */
abstract class CommandGroup implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    private final String beginWith;

    /** @param beginWith the command to begin with and what it does, in words */
    CommandGroup(String beginWith) {
        this.beginWith = beginWith;
    }

    @Override
    public final void run() {
        throw new ParameterException(spec.commandLine(), "Which command? " + beginWith);
    }
}
