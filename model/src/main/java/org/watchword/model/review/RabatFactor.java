package org.watchword.model.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * The six parts of the threshold test in the Rabat Plan of Action (A/HRC/22/17/Add.4, appendix, paragraph 29). They are a worksheet for
 * people: what is noted under them is kept beside the decision and is never scored, counted or searched by the machine.
 */
public enum RabatFactor {
    @JsonProperty("context")
    CONTEXT("Context", "The social and political context at the time the words were said and spread."),
    @JsonProperty("speaker")
    SPEAKER("Speaker", "The speaker’s position or status, and standing with the audience."),
    @JsonProperty("intent")
    INTENT("Intent", "What shows that it was meant, rather than negligent or reckless; whom it urges against whom."),
    @JsonProperty("content-and-form")
    CONTENT_AND_FORM("Content and form", "How provocative and direct it is; its form, style and arguments."),
    @JsonProperty("extent")
    EXTENT("Extent", "Its reach: how public, how often, through which means, to how large an audience."),
    @JsonProperty("likelihood")
    LIKELIHOOD(
            "Likelihood, including imminence",
            "How probable it was that it would succeed in causing harm, and how soon.");

    private final String title;
    private final String question;

    RabatFactor(String title, String question) {
        this.title = title;
        this.question = question;
    }

    /** As written in records and forms. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** What to look at, in a sentence of our own. */
    public String question() {
        return question;
    }
}
