package org.watchword.desk.page;

import java.util.Objects;
import org.watchword.index.StatementRecord;

/** Whose words a statement is, for people. */
public final class VoiceName {

    private VoiceName() {}

    /** The speaker's name or, when nobody is named, the outlet's. */
    public static String of(StatementRecord statement) {
        var speaker = statement.speaker();
        if (speaker == null) {
            return statement.outlet();
        }
        return Objects.requireNonNullElse(speaker.name(), "“" + speaker.text() + "”, not named");
    }

    /** What the text says the speaker is; empty when it says nothing. */
    public static String office(StatementRecord statement) {
        var speaker = statement.speaker();
        return speaker == null ? "" : Objects.requireNonNullElse(speaker.office(), "");
    }
}
