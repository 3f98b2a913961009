package org.watchword.analyze.lexicon;

import java.util.List;

/**
 * A protected group and the words that name it in one language.
 *
 * @param id stable id, the same in every language
 * @param language BCP 47 tag of the words
 * @param kind by which characteristic it is protected
 * @param singular one member: {@code Velmari}
 * @param plural several members, or the whole: {@code Velmaris}
 * @param adjective before a people noun: {@code Velmari} in <i>Velmari families</i>
 * @param place metonyms: the land that may stand for its people
 */
public record Group(
        String id,
        String language,
        GroupKind kind,
        List<String> singular,
        List<String> plural,
        List<String> adjective,
        List<String> place) {

    public Group {
        singular = List.copyOf(singular);
        plural = List.copyOf(plural);
        adjective = List.copyOf(adjective);
        place = List.copyOf(place);
    }
}
