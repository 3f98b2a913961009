package org.watchword.app.line;

import java.time.Duration;

/** Told what a start is doing, for the person who watches. */
public interface LineListener {

    /** Something begins that takes a while. */
    void starting(String what);

    /** It is up. {@code detail} adds where, or what was found again; may be empty. */
    void started(String what, Duration took, String detail);
}
