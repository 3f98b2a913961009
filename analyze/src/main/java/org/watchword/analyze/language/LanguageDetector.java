package org.watchword.analyze.language;

/** Tells the language of a text. An instance belongs to one thread. */
public interface LanguageDetector {

    /** Answer when the language cannot be told. */
    String UNDETERMINED = "und";

    /** BCP 47 tag of the text's main language, or {@link #UNDETERMINED} when it is too short or unclear. */
    String detect(String text);
}
