package org.watchword.bench.process;

import java.io.IOException;

/** Signals to other processes. */
public final class Signals {

    private Signals() {}

    /**
     * Sends one.
     *
     * @param name without SIG, for example {@code STOP}
     * @throws IOException when there is no such process
     */
    public static void send(String name, long pid) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("kill -" + name + " failed for process " + pid);
        }
    }
}
