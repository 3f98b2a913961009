/**
 * Names in text: persons, organizations, places and kinds of people.
 *
 * <p>{@link org.watchword.analyze.entity.EntityFinder} is the port. {@link org.watchword.analyze.entity.NameFinder} answers it with
 * a learned model ({@link org.watchword.analyze.name}), a {@link org.watchword.analyze.entity.Gazetteer} and the shape of
 * capitalised words, and makes a document agree with itself: who was once seen by full name is known by surname, and a surname is no
 * place. {@link org.watchword.analyze.entity.PersonNames} says
 * who {@code Mr Oren} is in a document that also has {@code Daniel Oren}, {@link org.watchword.analyze.entity.Aliases} which spellings
 * somebody has said are one name, and {@link org.watchword.analyze.entity.Offices} what a text says a person is. {@code Compounds}
 * finds names within hyphenated words (<i>Oslo-based</i>).
 */
@NullMarked
package org.watchword.analyze.entity;

import org.jspecify.annotations.NullMarked;
