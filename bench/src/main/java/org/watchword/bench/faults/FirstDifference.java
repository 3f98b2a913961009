package org.watchword.bench.faults;

import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where two rows begin to differ, so that nobody has to find it in a screenful of JSON. */
final class FirstDifference {

    private static final int SHOWN = 120;

    private FirstDifference() {}

    /**
     * Of two JSON texts.
     *
     * @return path, what was expected and what was found, as in {@code flags[0].score: 0.5, not 0.7}; empty when they say the same
     */
    static Optional<String> between(String expected, String found) {
        JsonMapper json = JsonMapper.shared();
        return between("", json.readTree(expected), json.readTree(found));
    }

    private static Optional<String> between(String path, JsonNode expected, JsonNode found) {
        if (expected.equals(found)) {
            return Optional.empty();
        }
        if (expected.isObject() && found.isObject()) {
            TreeSet<String> names = new TreeSet<>(expected.propertyNames());
            names.addAll(found.propertyNames());
            return names.stream()
                    .flatMap(name ->
                            between(path.isEmpty() ? name : path + '.' + name, expected.path(name), found.path(name))
                                    .stream())
                    .findFirst();
        }
        if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
            for (int i = 0; i < expected.size(); i++) {
                Optional<String> inside = between(path + '[' + i + ']', expected.get(i), found.get(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.of(path + ": " + shown(found) + ", not " + shown(expected));
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
    }
}
