package org.watchword.analyze.rule.term;

import java.time.LocalDate;

/**
 * What holds for terms whose line does not say otherwise.
 *
 * @param language of the rules; a line that names another is refused
 * @param author who answers for the list
 * @param date of the list
 */
public record TermDefaults(String language, String author, LocalDate date) {}
