package org.watchword.app.command;

import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.watchword.app.config.Secret;
import org.watchword.app.line.LineException;
import picocli.CommandLine.Option;

/** A password, typed unseen or read from a file; never an argument, which every user of the machine could read. */
final class PasswordOption {

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "file that holds the password in its first line; without it, it is asked for at the terminal")
    private @Nullable Path file;

    char[] read(String name) {
        if (file != null) {
            return Secret.firstLine(file).value().toCharArray();
        }
        Console console = System.console();
        if (console == null) {
            throw new LineException(
                    "There is no terminal to ask for a password at; give it with --password-file FILE.");
        }
        char[] first = read(console, "Password for " + name + ": ");
        char[] second = read(console, "Once more: ");
        if (!Arrays.equals(first, second)) {
            throw new LineException("The two were not the same; nothing was changed.");
        }
        return first;
    }

    private static char[] read(Console console, String prompt) {
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw new LineException("No password was given; nothing was changed.");
        }
        return typed;
    }
}
