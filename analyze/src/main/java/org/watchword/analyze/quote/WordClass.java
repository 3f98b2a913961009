package org.watchword.analyze.quote;

import java.util.Optional;
import java.util.stream.Stream;

/** What a listed word does to announce speech; each is a key of {@code quotes.yaml}. */
enum WordClass {
    /** Verbs that announce speech by themselves: "he said the road was closed", "…," she said. */
    SPEECH("speech"),
    /** Verbs and words for what only a voice does: what it says is said by somebody, whoever is named. */
    ALOUD("aloud"),
    /** Verbs that take whom they address before a clause: "told the council that …". */
    ADDRESSING("addressing"),
    /** Verbs for what is done to somebody as well as said of something: "supported the mayor". */
    ACTING("acting"),
    /** Verbs that say that something was left undone: "failed to mention that …". */
    UNDONE("undone"),
    /** Verbs for finding out by looking, which tell what was done: "opened the gate to learn how deep it was". */
    FINDING("finding"),
    /** Verbs for what facts do as well as words: "…, showing that", "has not indicated that". */
    SHOWING("showing"),
    /** Words that open a clause which another one follows: "while the mayor said …, the council left". */
    SUBORDINATING("subordinating"),
    /** Words for nobody: what no one says is not said. */
    NOBODY("nobody"),
    /** Verbs that make somebody do what an infinitive says: "forced the minister to admit". */
    MAKING("making"),
    /** Verbs that announce speech or thought only with a clause: "he believes that …". */
    CLAUSE("clause"),
    /** Verbs with an infinitive: "vowed to return". */
    INFINITIVE("infinitive"),
    /** Verbs that lay an infinitive on somebody: "urged the council to act". */
    CHARGE("charge"),
    /** Verbs of thought that tell whose thought the clause before them was: "the road is closed, experts believe". */
    CLOSING("closing"),
    /** Verbs that characterise: "called it a gift", "described him as a liar". */
    NAMING("naming"),
    /** Verbs whose object is what was said or thought: "criticised the plan". */
    OBJECT("object"),
    /** Verb and preposition before what was said: "call for", "accuse of". */
    PREPOSITION("preposition"),
    /** Verb and particle that act as one cue: "point out". */
    PARTICLE("particle"),
    /** Nouns with a clause: "his claim that …". */
    NOUN("noun"),
    /** Adjectives with a clause: "she is sure that …". */
    ADJECTIVE("adjective"),
    /** Nouns for words that somebody chose: "his message: “…”", "used the phrase “…”". */
    MESSAGE("message"),
    /** Surface forms of verbs, for a language without a tagger. */
    FORM("forms"),
    /** Words that stand before or behind a source: "according to". */
    ACCORDING("according"),
    /** Verb forms between a source and a listed form, for a language without a tagger: "a déclaré". */
    HELPER("helpers"),
    /** Words that a source found beside a verb does not reach over, for a language without a tagger. */
    STOP("stops"),
    /** Words that open a clause that was said, for a language without a tagger: "dass". */
    OPENER("openers"),
    /** Words that deny a verb of speech, for a language without a tagger. */
    DENIAL("denials"),
    /** Endings of the verb of a clause that stands before its verb of speech: "-diğini söyledi". */
    ENDING("endings"),
    /** Verb forms that show a clause to be said by another where nothing opens it: the German subjunctive "sei". */
    REPORTED("reported"),
    /** Things that hold words and are nobody, singular. */
    TEXT("texts"),
    /** Nouns for persons, who can speak; singular. */
    SPEAKER("speakers"),
    /** Endings of words for persons that need no listing: "-ologist", "-maker". */
    SPEAKER_ENDING("speaker-endings"),
    /** Nouns for groups of persons, offices and bodies, which can speak, too; singular. */
    BODY("bodies"),
    /** Words for somebody without saying who: "one", "many". */
    ANYBODY("anybody"),
    /** Words that count whom the next noun names: "a number of officials". */
    COUNTING("counting"),
    /** Works that bear a title, and words that say that one follows: "her book “The Long Harbour”". */
    WORK("works");

    private final String key;

    WordClass(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Optional<WordClass> of(String key) {
        return Stream.of(values()).filter(c -> c.key.equals(key)).findFirst();
    }
}
