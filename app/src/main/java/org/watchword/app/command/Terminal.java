package org.watchword.app.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the standard output leads to. The JDK does not tell whether it is a terminal, nor how large: {@code test} and {@code stty} are asked,
 * as every shell does.
 *
 * @param interactive whether it is a terminal that can be drawn on; not one that calls itself {@code dumb}
 * @param colours whether colours are wanted: a terminal, and no {@code NO_COLOR} (no-color.org)
 */
record Terminal(boolean interactive, boolean colours) {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    /** Its extent in characters. */
    record Size(int rows, int columns) {}

    static Terminal of(Map<String, String> environment) {
        boolean terminal = !environment.getOrDefault("TERM", "dumb").equals("dumb") && isTerminal();
        return new Terminal(
                terminal, terminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** How large it is now; from {@code COLUMNS} and {@code LINES}, or 80 by 24, where it does not tell. */
    static Size size(Map<String, String> environment) {
        return asked().orElseGet(() ->
                new Size(number(environment.get("LINES"), ROWS), number(environment.get("COLUMNS"), COLUMNS)));
    }

    static Optional<Size> parse(String answer) {
        Matcher size = SIZE.matcher(answer);
        return size.matches() && !size.group(1).equals("0") && !size.group(2).equals("0")
                ? Optional.of(new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))))
                : Optional.empty();
    }

    private static int number(@org.jspecify.annotations.Nullable String text, int otherwise) {
        return text != null && text.matches("[1-9]\\d{0,4}") ? Integer.parseInt(text) : otherwise;
    }

    private static boolean isTerminal() {
        try {
            Process test = new ProcessBuilder("test", "-t", "1")
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return ended(test) && test.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Size> asked() {
        File terminal = new File("/dev/tty");
        try {
            Process stty =
                    new ProcessBuilder("stty", "size").redirectInput(terminal).start();
            return ended(stty)
                    ? parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean ended(Process process) {
        try {
            if (process.waitFor(2, TimeUnit.SECONDS)) {
                return true;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
