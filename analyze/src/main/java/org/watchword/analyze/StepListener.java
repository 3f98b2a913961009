package org.watchword.analyze;

/** Told how long the steps of an analysis took, by the thread that takes them: answer quickly and throw nothing. */
@FunctionalInterface
public interface StepListener {

    StepListener NONE = (step, nanos) -> {};

    /** What is done with a text, in order. */
    enum Step {
        /** Language, sentences, tokens, entities. */
        ANNOTATE,
        QUOTES,
        /** Rules with their guards. */
        RULES,
        STATEMENTS
    }

    void took(Step step, long nanos);
}
