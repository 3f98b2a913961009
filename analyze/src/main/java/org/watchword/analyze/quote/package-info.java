/**
 * Who said what: quotes with their source, cue and content.
 *
 * <p>{@link org.watchword.analyze.quote.QuoteFinder} is the port the line asks. English is read by grammar: {@code QuotationMarks}
 * pairs marks paragraph by paragraph, {@code Titles} leaves out what only bears a name, {@code Passages} cuts the text so that a quotation and what announces it stand together, {@code
 * VerbGroups} and {@code NounPhrases} chunk the tags, {@code Subjects} tells whose verb it is, with {@code PhraseHeads} and {@code Adverbials}, {@code Complements} and {@code
 * ClauseEnds} what the verb announces and how far, {@code Preceding} what stands before it, {@code Parentheses} what it stands within, {@code NominalCues} reads cues that are no
 * verbs, {@code Expressions} quotations behind a noun such as <i>message</i>, {@code Transcript} finds turns, {@code Floating} and {@code QuoteList} carry on what nothing announces, {@code Blocks} takes a paragraph
 * after a colon for quoted, and {@code Discourse}
 * tells whom a pronoun or surname means; {@code Confidence} says how often such an attribution is right. Other languages are read by
 * marks or dashes ({@code DashTurns}) and listed verb forms alone ({@code MarksQuoteFinder}, {@code BesideSource}); what they tell without marks {@code ListedClauses} finds, where somebody is named.
 */
@NullMarked
package org.watchword.analyze.quote;

import org.jspecify.annotations.NullMarked;
