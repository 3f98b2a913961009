package org.watchword.analyze.lexicon;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Inflected forms of English words, so that a list written in dictionary form is found even where a lemmatizer errs or none is there.
 * It may make forms that do not exist; those match nothing.
 */
public final class Inflection {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("be", "am is are was were been being 're 'm"),
            Map.entry("have", "has had having 've"),
            Map.entry("do", "does did done doing"),
            Map.entry("go", "goes went gone going"),
            Map.entry("will", "'ll wo"),
            Map.entry("drive", "drives drove driven driving"),
            Map.entry("throw", "throws threw thrown throwing"),
            Map.entry("burn", "burns burned burnt burning"),
            Map.entry("take", "takes took taken taking"),
            Map.entry("beat", "beats beat beaten beating"),
            Map.entry("shoot", "shoots shot shooting"),
            Map.entry("hang", "hangs hanged hung hanging"),
            Map.entry("put", "puts putting"),
            Map.entry("cut", "cuts cutting"),
            Map.entry("rid", "rids ridding"),
            Map.entry("send", "sends sent sending"),
            Map.entry("steal", "steals stole stolen stealing"),
            Map.entry("breed", "breeds bred breeding"),
            Map.entry("feed", "feeds fed feeding"),
            Map.entry("sell", "sells sold selling"),
            Map.entry("buy", "buys bought buying"),
            Map.entry("let", "lets letting"),
            Map.entry("give", "gives gave given giving"),
            Map.entry("get", "gets got gotten getting"),
            Map.entry("make", "makes made making"),
            Map.entry("say", "says said saying"),
            Map.entry("tell", "tells told telling"),
            Map.entry("think", "thinks thought thinking"),
            Map.entry("write", "writes wrote written writing"),
            Map.entry("sing", "sings sang sung singing"),
            Map.entry("teach", "teaches taught teaching"),
            Map.entry("hold", "holds held holding"),
            Map.entry("see", "sees saw seen seeing"),
            Map.entry("know", "knows knew known knowing"),
            Map.entry("come", "comes came coming"),
            Map.entry("become", "becomes became becoming"),
            Map.entry("leave", "leaves left leaving"),
            Map.entry("sweep", "sweeps swept sweeping"),
            Map.entry("pay", "pays paid paying"),
            Map.entry("bleed", "bleeds bled bleeding"),
            Map.entry("drown", "drowns drowned drowning"),
            Map.entry("rise", "rises rose risen rising"),
            Map.entry("spread", "spreads spreading"),
            Map.entry("keep", "keeps kept keeping"),
            Map.entry("forget", "forgets forgot forgotten forgetting"),
            Map.entry("find", "finds found finding"),
            Map.entry("fight", "fights fought fighting"),
            Map.entry("deal", "deals dealt dealing"),
            Map.entry("stand", "stands stood standing"),
            Map.entry("child", "children"),
            Map.entry("man", "men"),
            Map.entry("woman", "women"),
            Map.entry("mouse", "mice"),
            Map.entry("louse", "lice"),
            Map.entry("goose", "geese"),
            Map.entry("ox", "oxen"),
            Map.entry("wolf", "wolves"),
            Map.entry("calf", "calves"),
            Map.entry("thief", "thieves"),
            Map.entry("wife", "wives"),
            Map.entry("knife", "knives"),
            Map.entry("hero", "heroes"),
            Map.entry("bacterium", "bacteria"),
            Map.entry("larva", "larvae"),
            Map.entry("fungus", "fungi"),
            Map.entry("virus", "viruses"));
    private static final String VOWELS = "aeiou";
    private static final Set<String> DOUBLING =
            Set.of("stop", "ban", "rob", "strip", "trap", "gut", "slit", "stab", "rid", "plan", "beg", "drop", "scrub");

    private Inflection() {}

    /** The word itself and its forms as a noun or a verb. */
    public static Set<String> any(String word) {
        Set<String> forms = noun(word);
        forms.addAll(verb(word));
        return forms;
    }

    static Set<String> noun(String word) {
        Set<String> forms = start(word);
        if (forms.size() == 1) {
            forms.add(withS(word));
        }
        return forms;
    }

    static Set<String> verb(String word) {
        Set<String> forms = start(word);
        if (forms.size() == 1) {
            forms.add(withS(word));
            if (word.endsWith("e")) {
                forms.add(word + 'd');
                forms.add(word.substring(0, word.length() - 1) + "ing");
            } else if (consonantY(word)) {
                forms.add(word.substring(0, word.length() - 1) + "ied");
                forms.add(word + "ing");
            } else {
                String stem = doubles(word) ? word + word.charAt(word.length() - 1) : word;
                forms.add(stem + "ed");
                forms.add(stem + "ing");
            }
        }
        return forms;
    }

    private static Set<String> start(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            forms.addAll(java.util.List.of(irregular.split(" ")));
        }
        return forms;
    }

    private static String withS(String word) {
        if (consonantY(word)) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        boolean hiss = word.endsWith("s")
                || word.endsWith("x")
                || word.endsWith("z")
                || word.endsWith("ch")
                || word.endsWith("sh");
        return word + (hiss ? "es" : "s");
    }

    private static boolean consonantY(String word) {
        return word.length() > 1 && word.endsWith("y") && VOWELS.indexOf(word.charAt(word.length() - 2)) < 0;
    }

    private static boolean doubles(String word) {
        return DOUBLING.contains(word) || word.endsWith("pel");
    }
}
