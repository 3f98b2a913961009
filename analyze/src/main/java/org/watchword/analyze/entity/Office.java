package org.watchword.analyze.entity;

import org.jspecify.annotations.Nullable;

/**
 * What a text says a person is.
 *
 * @param title the office in the text's own words, without the country: "foreign minister", "former mayor of Kessim"
 * @param country the country the office is of; absent when the text names none
 */
public record Office(String title, @Nullable String country) {}
