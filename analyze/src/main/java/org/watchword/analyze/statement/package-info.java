/**
 * From quotes and flags to statements: whose words they are, and which flag stands against whom.
 *
 * <p>{@link org.watchword.analyze.statement.StatementBuilder} joins them. A flag is counted against a person only when all its words
 * lie within words attributed to that person; where that is in doubt it is lowered to context, and the guard note says why.
 * {@link org.watchword.analyze.statement.Authors} says who speaks outside quotations: the speaker of a speech, whoever holds the turn in a
 * transcript, or the outlet. {@link org.watchword.analyze.statement.LemmaText} writes the dictionary forms the search index keeps beside the words.
 */
@NullMarked
package org.watchword.analyze.statement;

import org.jspecify.annotations.NullMarked;
