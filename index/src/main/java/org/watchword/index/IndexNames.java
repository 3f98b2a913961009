package org.watchword.index;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names of the indices. Readers and writers use the alias; the index behind it carries a version, so that a replay can fill the next
 * version and then move the alias.
 *
 * @param prefix before every name
 */
record IndexNames(String prefix) {

    /** Version of the mappings this program writes. */
    static final int VERSION = 1;

    String statements() {
        return prefix + "statements";
    }

    String documents() {
        return prefix + "documents";
    }

    String pages() {
        return prefix + "pages";
    }

    /** What people decided, worked out anew from the topic for every generation. */
    String reviews() {
        return prefix + "reviews";
    }

    /** What digests were made: no replay touches it, for it cannot be made again. */
    String digestIssues() {
        return prefix + "digest-issues";
    }

    /** What stood in them. */
    String digestSent() {
        return prefix + "digest-sent";
    }

    /** The searches people keep: no replay touches it either. */
    String savedSearches() {
        return prefix + "saved-searches";
    }

    /** The aliases that generations of statements have while they are filled, as a pattern. */
    String generations() {
        return prefix + "g*-statements";
    }

    /** What is made of the topics, anew for every generation. */
    List<String> ofGeneration() {
        return List.of(statements(), documents(), pages(), reviews());
    }

    /** What digests were made of. */
    List<String> digests() {
        return List.of(digestIssues(), digestSent());
    }

    /** Every alias. */
    List<String> all() {
        return Stream.of(ofGeneration(), digests(), List.of(savedSearches()))
                .flatMap(List::stream)
                .toList();
    }

    /** The resource that holds the mapping of what is behind an alias. */
    String mapping(String alias) {
        return alias.substring(prefix.length()) + ".mapping.json";
    }

    static String versioned(String alias) {
        return versioned(alias, VERSION);
    }

    static String versioned(String alias, int version) {
        return alias + "-v" + version;
    }
}
