/**
 * Page to article: {@link org.watchword.ingest.extract.HtmlExtractor} reads any news or speech page without knowing the
 * site.
 *
 * <p>The steps, each in its own class: {@code PageDecoder} finds the charset and gives text; jsoup parses it; {@code PageLayout}
 * flattens the tree into blocks of text; {@code Clutter} marks what is not the article by tag, role and name; {@code BodyFinder}
 * chooses the element that holds the article; {@code BodyCleaner} drops what does not belong there; and the finders of title,
 * byline, dates, language, address and speaker read the metadata; {@code StructuredBody} is asked which paragraphs are the article,
 * {@code ShortText} whether a short text is one at all, {@code ScriptState} where the page shows nothing without its script,
 * and {@code Transcript} tells who speaks where. {@link org.watchword.ingest.extract.ExtractRecord} is the line
 * that {@code watchword extract} prints.
 *
 * <p>A date of publication is a judgement on three witnesses: {@code DeclaredDates} (written for machines), {@code PrintedDates} (seen by
 * readers) and {@code AddressDate}; {@code PublicationDates} weighs them. {@code OtherArticles} and
 * {@code TeaserLinks} keep dates of other pages out, {@code ScriptDates} is asked last. {@code SelectedFields} holds what the selectors of a source
 * point at, which goes before all that is found.
 *
 * <p>Nothing is removed from the tree: blocks are switched off. So a second, more lenient look costs no second parse, and an
 * element's sums are a subtraction of prefix sums. All traversals are iterative: the depth of a page cannot overflow the stack.
 *
 * <p>Where evidence is unclear the answer is null. A wrong speaker or date would travel with every quote of the page.
 */
@NullMarked
package org.watchword.ingest.extract;

import org.jspecify.annotations.NullMarked;
