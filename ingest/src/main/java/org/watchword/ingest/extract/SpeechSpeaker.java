package org.watchword.ingest.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.PageSelectors;
import org.watchword.model.LowerCase;
import org.watchword.model.Turn;
import tools.jackson.databind.JsonNode;

/**
 * Whose words a whole page is, when the page says so beyond doubt: "Remarks by President N. N. at …" or "Speech by N. N., Minister"
 * over text in the first person, or structured data that calls the page a speech. A page with several speakers, with questions, or
 * that reports about a speech has none: every sentence of the page would be laid into the wrong mouth.
 *
 * @param name as printed, without titles such as "H.E." and "Mr."
 * @param office as printed, null when the page gives none
 */
record SpeechSpeaker(String name, @Nullable String office) {

    private static final String KIND =
            "(?:(?:opening|closing|keynote|introductory|inaugural|welcome|welcoming|farewell|new year(?:['’]s)?|national day|annual|full|televised|video|state of the (?:nation|union|republic)) )*"
                    + "(?:speech|remarks|address|statement|lecture|sermon|homily|message|intervention|eulogy|toast|comments)";
    private static final Pattern TITLED =
            Pattern.compile("(?iu)^(?:(?:full )?(?:text|transcript)(?: of)?(?: the)?:? )?(?:the )?" + KIND
                    + "(?: (?:given|delivered|made))? (?:by|of|from) (?:the )?(.+)$");
    private static final Pattern POSSESSIVE = Pattern.compile(
            "(?iu)^(?:(?:full )?(?:text|transcript)(?: of)?:? )(.+?)['’]s? (?:full )?" + KIND + "\\b.*$");
    private static final Pattern SIGNED = Pattern.compile(
            "(?iu)^(?:" + KIND + "|delivered|spoken|given)(?: (?:given|delivered|made))? by:? (?:the )?(.+)$");
    private static final int NEAR_HEADLINE = 8;
    private static final int LONGEST_SIGNATURE = 200;
    private static final Pattern SPEECH_WORD = Pattern.compile(
            "(?iu)\\b(?:speech|remarks|address|statement|lecture|sermon|transcript|rede|discours|discurso|выступление|обращение|речь|konuşma|ելույթ)");
    private static final Pattern CUT = Pattern.compile(
            "(?iu)(?:,?\\s+(?:at|on|during|before|following|after|upon|marking|in response|regarding|concerning|delivered|addressing|to (?:the|a|an|members)|in (?!chief)|for the (?:\\d|occasion)|with)\\b|\\s*[:;|(]|\\s[–—-]\\s).*$");
    private static final Pattern HONORIFIC = Pattern.compile(
            "(?iu)^(?:(?:h\\.?\\s?e\\.?|his excellency|her excellency|the hon(?:ou?rable|\\.)?|the right honou?rable|rt\\.? hon\\.?|mr|mrs|ms|miss|dr|prof|professor|sir|dame|madam|the)\\.?\\s+)+");
    private static final Pattern OFFICE_FIRST = Pattern.compile(
            "(?u)^((?:(?:First |Former |Acting |Vice[- ]|Deputy |Federal |Interim )*(?:President|Prime Minister|Chancellor|Premier|Foreign Minister|Defen[cs]e Minister|Interior Minister|Finance Minister|Culture Minister|Education Minister|Justice Minister|Secretary[- ]General|Secretary of State|Secretary|Minister|Governor|Mayor|Senator|Ambassador|High Commissioner|Commissioner|Chairman|Chairwoman|Chairperson|Chair|Speaker|General|Marshal|Colonel|Admiral|King|Queen|Prince|Princess|Emir|Sultan|Pope|Patriarch|Archbishop|Bishop|Cardinal|Rabbi|Imam|Mufti|Ayatollah|Representative|Deputy|Councillor|Director[- ]General)))\\s+(.+)$");
    private static final Pattern NAME = Pattern.compile(
            "(?u)\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|al|bin|ibn|de|da|di|del|van|von|der|den|el|ben|du|la|dos)){1,5}");
    private static final Pattern FIRST_PERSON = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:I|we|our|my|us|я|мы|наш\\w*|ich|wir|unser\\w*|je|nous|notre|nos|nuestr\\w*|yo|nosotros|biz|ben|bizim|մենք|ես|մեր)(?![\\p{L}])");
    private static final Pattern REPORTING = Pattern.compile(
            "(?iu)(?:[”\"»]\\s*,?\\s*(?:he|she|the (?:president|minister|leader|prime minister|speaker|governor|bishop)|\\p{Lu}\\p{L}+) (?:said|added|told|noted|stressed|declared|warned)|\\b(?:he|she) (?:said|added|told|noted|stressed|declared|went on|continued)\\b)");
    private static final Pattern TURN = Pattern.compile(
            "(?u)^(?:Q|A|Question|Answer|Moderator|Interviewer|Reporter|Journalist|Host|Вопрос|Ответ|Ведущий|Frage|[\\p{Lu}][\\p{L}.'’-]+(?: [\\p{Lu}][\\p{L}.'’-]+){0,3})\\s?:\\s.*");

    static @Nullable SpeechSpeaker of(PageFacts page, @Nullable String title, List<Block> text) {
        SpeechSpeaker structured = structured(page);
        SpeechSpeaker signed = signed(page);
        if (structured != null && signed != null && !structured.name().equals(signed.name())) {
            return null;
        }
        SpeechSpeaker declared = signed == null ? structured : signed;
        if (declared != null) {
            return isOnesOwnSpeech(text, true) ? declared : null;
        }
        SpeechSpeaker claimed = title == null ? null : titled(title);
        if (claimed == null && title != null && SPEECH_WORD.matcher(title).find()) {
            claimed = marked(page);
        }
        return claimed != null && isOnesOwnSpeech(text, false) ? claimed : null;
    }

    /** Whom the selectors of the source point at; nobody on a page where several speak. */
    static @Nullable SpeechSpeaker selected(SelectedFields selected, List<Turn> turns) {
        String line = selected.line(PageSelectors.Field.SPEAKER);
        if (line == null || !turns.isEmpty()) {
            return null;
        }
        String office = selected.line(PageSelectors.Field.OFFICE);
        SpeechSpeaker parted = named(line);
        if (parted == null) {
            return new SpeechSpeaker(line, office);
        }
        return office == null ? parted : new SpeechSpeaker(parted.name(), office);
    }

    /** The line under the headline: "Speech by N. N., Minister of Roads". */
    private static @Nullable SpeechSpeaker signed(PageFacts page) {
        List<Element> heads = page.elements().tagged("h1");
        Element at = heads.isEmpty() ? null : heads.get(0);
        for (int i = 0; at != null && i < NEAR_HEADLINE; i++) {
            at = following(at);
            if (at != null
                    && !Subtree.saysMore(at, LONGEST_SIGNATURE)
                    && at.text().length() <= LONGEST_SIGNATURE) {
                Matcher line = SIGNED.matcher(PlainText.line(at.text()));
                if (line.matches()) {
                    return nameThenOffice(line.group(1));
                }
            }
        }
        return null;
    }

    /** The next element in the order of the page. */
    private static @Nullable Element following(Element element) {
        Element child = element.firstElementChild();
        if (child != null) {
            return child;
        }
        Element at = element;
        while (at != null && at.nextElementSibling() == null) {
            at = at.parent();
        }
        return at == null ? null : at.nextElementSibling();
    }

    private static @Nullable SpeechSpeaker nameThenOffice(String text) {
        int comma = text.indexOf(',');
        return comma < 0
                ? named(text)
                : person(text.substring(0, comma), text.substring(comma + 1).strip());
    }

    private static @Nullable SpeechSpeaker structured(PageFacts page) {
        JsonNode article = page.article();
        String meta = page.meta().first("speaker", "dc.speaker", "speech:speaker", "article:speaker");
        if (meta != null) {
            return person(
                    meta,
                    page.meta().first("speaker-office", "speaker:office", "speech:office", "speaker_office", "office"));
        }
        if (article == null || !isSpeech(article)) {
            return null;
        }
        for (String field : List.of("speaker", "performer", "author", "creator")) {
            List<JsonNode> people = page.structured().objects(article, field);
            if (people.size() == 1) {
                JsonNode one = people.get(0);
                String name = one.isString() ? one.stringValue() : JsonLd.text(one, "name");
                return name == null ? null : person(name, one.isObject() ? JsonLd.text(one, "jobTitle") : null);
            }
        }
        return null;
    }

    private static boolean isSpeech(JsonNode article) {
        String genre = JsonLd.text(article, "genre");
        return "speech".equalsIgnoreCase(genre)
                || JsonLd.types(article).stream().anyMatch(t -> t.endsWith("Speech"));
    }

    private static @Nullable SpeechSpeaker marked(PageFacts page) {
        var found =
                page.html().select("[itemprop=speaker], .speech-speaker, .speaker-name, .speech__speaker, .speaker");
        if (found.size() != 1) {
            return null;
        }
        Element one = found.get(0);
        return named(PlainText.line(one.text()));
    }

    private static @Nullable SpeechSpeaker titled(String title) {
        Matcher m = TITLED.matcher(title);
        if (!m.matches()) {
            m = POSSESSIVE.matcher(title);
            if (!m.matches()) {
                return null;
            }
        }
        return named(m.group(1));
    }

    /** "Name", "Name, Office" or "Office Name", with whatever follows cut off. */
    private static @Nullable SpeechSpeaker named(String rest) {
        String plain = HONORIFIC.matcher(rest).replaceFirst("");
        int comma = plain.indexOf(',');
        String head = comma < 0 ? CUT.matcher(plain).replaceFirst("") : plain.substring(0, comma);
        head = CUT.matcher(head).replaceFirst("").strip();
        Matcher office = OFFICE_FIRST.matcher(head);
        if (office.matches()) {
            return person(office.group(2), office.group(1));
        }
        String after = comma < 0 ? "" : plain.substring(comma + 1).strip();
        String afterOffice =
                CUT.matcher(after).replaceFirst("").split(",", 2)[0].strip();
        return person(head, looksLikeOffice(afterOffice) ? afterOffice : null);
    }

    private static boolean looksLikeOffice(String text) {
        return text.length() > 3
                && text.length() < 120
                && LowerCase.of(text)
                        .matches(
                                ".*\\b(?:president|minister|secretary|chancellor|premier|governor|mayor|senator|ambassador|commissioner|chair\\w*|speaker|general|king|queen|patriarch|bishop|archbishop|head|leader|director|representative|member|imam|rabbi|mufti)\\b.*");
    }

    private static @Nullable SpeechSpeaker person(String raw, @Nullable String office) {
        String name = HONORIFIC.matcher(PlainText.line(raw)).replaceFirst("").strip();
        if (!NAME.matcher(name).matches()
                || LowerCase.of(name)
                        .matches(
                                ".*\\b(?:ministry|government|embassy|office|committee|council|party|and|republic|union|minister|president)\\b.*")) {
            return null;
        }
        return new SpeechSpeaker(name, office == null ? null : PlainText.lineOrNull(office));
    }

    /**
     * In the first person, not reported, and nobody else takes the floor.
     *
     * @param declared the page calls itself a speech: then the speaker may tell now and then what somebody else said
     */
    private static boolean isOnesOwnSpeech(List<Block> text, boolean declared) {
        int firstPerson = 0;
        int words = 0;
        int reported = 0;
        int turns = 0;
        for (Block block : text) {
            words += block.text().length() / 6;
            firstPerson += (int) FIRST_PERSON.matcher(block.text()).results().count();
            reported += (int) REPORTING.matcher(block.text()).results().count();
            turns += TURN.matcher(block.text()).matches() && block.text().indexOf(':') < 40 ? 1 : 0;
        }
        int mayReport = declared ? words / 150 : 0;
        return firstPerson * 120 >= words && reported <= mayReport && turns < 2;
    }
}
