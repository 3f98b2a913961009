package org.watchword.analyze.entity;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.analyze.entity.Gazetteer.Kind;
import org.watchword.model.EntityType;
import org.watchword.model.LowerCase;

/** Corrects where a learned name begins and what it names, by words that decide it. Immutable. */
final class NameBounds {

    /** As often a place as who meets there: the model decides. */
    private static final Set<String> EITHER = Set.of(
            "Center",
            "Centre",
            "Hospital",
            "Museum",
            "Library",
            "Theatre",
            "Church",
            "Observatory",
            "Clinic",
            "Mint",
            "Parliament",
            "United",
            "Union",
            "Post",
            "Times",
            "Office",
            "Court",
            "Division",
            "Mission",
            "Front",
            "Command",
            "Station",
            "Government");

    private static final Pattern LEGAL_FORM =
            Pattern.compile(",? (?:Inc|Ltd|LLC|LLP|Corp|Co|PLC|GmbH|AG|S\\.A|N\\.V)\\b\\.?");
    private static final Set<String> PRONOUNS =
            Set.of("I", "We", "He", "She", "It", "They", "You", "Our", "My", "His", "Her", "Their", "This", "That");

    static final Pattern STORM = Pattern.compile("(?:Hurricane|Typhoon|Cyclone|Tropical Storm) .+");

    private static final int LONGEST_OFFICE = 30;
    private static final Pattern OFFICE_OF = Pattern.compile(".*?(\\p{L}++) (?:of|for|from|to|in) ", Pattern.DOTALL);

    private static final Pattern NEXT = Pattern.compile(" (\\p{Ll}+)");

    /** What a person lends the name to: "the Oren family". */
    private static final Set<String> PERSONAL = Set.of(
            "family",
            "brothers",
            "sisters",
            "twins",
            "administration",
            "government",
            "presidency",
            "regime",
            "cabinet",
            "campaign",
            "team",
            "camp",
            "era",
            "years",
            "doctrine",
            "plan",
            "case",
            "affair",
            "trial",
            "report",
            "inquiry",
            "commission",
            "clan",
            "dynasty",
            "faction",
            "supporters",
            "loyalists",
            "household",
            "estate",
            "couple",
            "name",
            "foundation",
            "ministry",
            "murder",
            "verdict",
            "speech",
            "memo",
            "letters",
            "interview");

    private final Gazetteer gazetteer;
    private final Compounds compounds;

    NameBounds(Gazetteer gazetteer) {
        compounds = new Compounds(gazetteer);
        this.gazetteer = gazetteer;
    }

    /**
     * The name without a title before a person and without an article that does not belong to it, with its legal form, and of the type its head word
     * tells; of no type when it is a storm's.
     *
     * @param text the document's
     */
    Candidate settle(Candidate name, String text) {
        if (STORM.matcher(name.name()).matches() || PRONOUNS.contains(name.name())) {
            return name.as(null);
        }
        Matcher form = LEGAL_FORM.matcher(text).region(name.end(), Math.min(text.length(), name.end() + 8));
        if (form.lookingAt()) {
            return new Candidate(name.start(), form.end(), name.name() + form.group(), EntityType.ORGANIZATION, true);
        }
        if (name.type() == EntityType.PERSON && isThing(name, text)) {
            return name.as(null);
        }
        Candidate plain = compounds.cut(
                name.type() == EntityType.PERSON ? withoutTitles(name, text) : withoutArticle(name, text));
        if (plain.type() != EntityType.ORGANIZATION && isOrganization(plain.name())) {
            return plain.as(EntityType.ORGANIZATION);
        }
        return plain;
    }

    /** One word after "the" is nobody's name, but for "the Oren family". */
    private static boolean isThing(Candidate name, String text) {
        if (name.name().indexOf(' ') >= 0 || !text.startsWith("the ", name.start() - 4)) {
            return false;
        }
        Matcher next = NEXT.matcher(text).region(name.end(), text.length());
        return !next.lookingAt() || !PERSONAL.contains(next.group(1));
    }

    private Candidate withoutTitles(Candidate name, String text) {
        Candidate plain = name;
        for (int space = plain.name().indexOf(' ');
                space > 0;
                space = plain.name().indexOf(' ')) {
            String first = plain.name().substring(0, space);
            String rest = plain.name().substring(space + 1);
            if (!isTitle(first) && !isStateOf(first, rest) && !isPlaceBefore(first, rest, plain, text)) {
                break;
            }
            plain = withoutFirst(plain, text);
        }
        return plain;
    }

    /** The state of "US President Ana Oren", the people of "Torvani Premier Oren". */
    private boolean isStateOf(String first, String rest) {
        int space = rest.indexOf(' ');
        return space > 0
                && isTitle(rest.substring(0, space))
                && gazetteer.type(first).isPresent();
    }

    /** "ambassador to Torvania Ana Oren said": the place is that of the office, where many a place is a given name as well. */
    private boolean isPlaceBefore(String first, String rest, Candidate name, String text) {
        if (rest.indexOf(' ') < 0
                || gazetteer.type(first).filter(EntityType.LOCATION::equals).isEmpty()) {
            return false;
        }
        Matcher office = OFFICE_OF.matcher(text).region(Math.max(0, name.start() - LONGEST_OFFICE), name.start());
        return office.matches()
                && (gazetteer.is(Kind.OFFICE, LowerCase.of(office.group(1))) || isTitle(office.group(1)));
    }

    /** One or several: "Senator", "Senators". */
    private boolean isTitle(String word) {
        return gazetteer.isTitle(word)
                || word.length() > 4 && word.endsWith("s") && gazetteer.isTitle(word.substring(0, word.length() - 1));
    }

    private Candidate withoutArticle(Candidate name, String text) {
        boolean article = name.name().startsWith("The ") || name.name().startsWith("the ");
        return article && gazetteer.type(name.name()).isEmpty() ? withoutFirst(name, text) : name;
    }

    private static Candidate withoutFirst(Candidate name, String text) {
        String rest = name.name().substring(name.name().indexOf(' ') + 1);
        int start = name.start();
        while (start < name.end() && !Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (start < name.end() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Candidate(start, name.end(), rest, name.type(), name.sure());
    }

    /** "Fairmont State College", "Ministry of Ports". */
    private boolean isOrganization(String name) {
        int last = name.lastIndexOf(' ');
        if (last < 0 || gazetteer.type(name).isPresent()) {
            return false;
        }
        String head = name.substring(last + 1);
        String first = name.substring(0, name.indexOf(' '));
        return gazetteer.is(Kind.ORGHEAD, head) && !EITHER.contains(head)
                || gazetteer.is(Kind.ORGHEAD, first)
                        && !EITHER.contains(first)
                        && name.startsWith(" of ", first.length())
                || name.endsWith(" School District");
    }
}
