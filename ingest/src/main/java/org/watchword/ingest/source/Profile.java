package org.watchword.ingest.source;

import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.PageSelectors;

/**
 * What every source says about itself.
 *
 * @param id lower-case letters, digits, {@code -}, {@code _} and {@code .}; at most 64 characters
 * @param outlet who publishes, as people call it
 * @param language BCP 47 tag given to documents that declare none
 * @param country where the outlet is, in the catalogue author's words; its documents carry it
 * @param group what kind of publisher it is, as the catalogue's author sorts them; informative
 * @param enabled whether it is collected
 * @param revisit how often its lists are looked at
 * @param speech whether every page is one person's speech
 * @param speaker who speaks throughout, for a speech source of one person; used only where {@code speech} and the page names nobody
 * @param speakerOffice that person's office
 * @param instance where several fetchers share the work, the one that has the files of a source on a machine
 * @param selectors where its pages keep what they say
 */
public record Profile(
        String id,
        String outlet,
        @Nullable String language,
        @Nullable String country,
        @Nullable String group,
        boolean enabled,
        Revisit revisit,
        boolean speech,
        @Nullable String speaker,
        @Nullable String speakerOffice,
        @Nullable String instance,
        PageSelectors selectors) {

    /** An enabled source with nothing but its name. */
    public static Profile of(String id, String outlet) {
        return new Profile(
                id, outlet, null, null, null, true, Revisit.DEFAULT, false, null, null, null, PageSelectors.NONE);
    }

    public Profile withLanguage(String tag) {
        return new Profile(
                id, outlet, tag, country, group, enabled, revisit, speech, speaker, speakerOffice, instance, selectors);
    }

    public Profile withRevisit(Revisit rhythm) {
        return new Profile(
                id,
                outlet,
                language,
                country,
                group,
                enabled,
                rhythm,
                speech,
                speaker,
                speakerOffice,
                instance,
                selectors);
    }

    public Profile withSpeech() {
        return new Profile(
                id,
                outlet,
                language,
                country,
                group,
                enabled,
                revisit,
                true,
                speaker,
                speakerOffice,
                instance,
                selectors);
    }
}
