package org.watchword.app.config;

import java.util.List;
import java.util.Map;

/** A value as somebody wrote it, with the place where it stands: {@code file:line:column} or a variable's name. */
sealed interface Setting {

    String place();

    /** @param text as written, unquoted; empty for YAML's null */
    record Scalar(String text, String place) implements Setting {}

    record Sequence(List<Setting> items, String place) implements Setting {}

    record Mapping(Map<String, Entry> entries, String place) implements Setting {}

    /**
     * @param keyPlace where the key itself stands
     * @param fromEnvironment whether a variable gave it
     */
    record Entry(Setting value, String keyPlace, boolean fromEnvironment) {}
}
