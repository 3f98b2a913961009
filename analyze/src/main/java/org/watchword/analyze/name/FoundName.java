package org.watchword.analyze.name;

import org.watchword.model.EntityType;

/**
 * A name the model found.
 *
 * @param start first UTF-16 unit in the text
 * @param end one past the last unit
 */
public record FoundName(int start, int end, EntityType type) {}
