/**
 * How often the language of a paragraph is told right.
 *
 * <p>{@link org.watchword.bench.language.LanguagesCommand} asks for the language of each {@link org.watchword.bench.language.Paragraph}
 * of a folder of pages that state theirs, such as the translations of the Universal Declaration of Human Rights.
 */
@NullMarked
package org.watchword.bench.language;

import org.jspecify.annotations.NullMarked;
