package org.watchword.analyze.entity;

import org.jspecify.annotations.Nullable;
import org.watchword.model.EntityType;

/**
 * Words that look like a name.
 *
 * @param name the words, separated by single spaces
 * @param type what it seems to name; absent when nothing says so
 * @param sure whether the place itself tells the type, rather than a guess from shape
 */
record Candidate(int start, int end, String name, @Nullable EntityType type, boolean sure) {

    Candidate as(@Nullable EntityType other) {
        return new Candidate(start, end, name, other, sure);
    }
}
