package org.watchword.analyze.language;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of a sentence too short for statistics of its letters, by its small words: <i>all … are</i> is English, <i>alle … sind</i>
 * German. Decides only when more of one language's words are there than of any other's.
 */
public final class CommonWords {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "en",
            set(
                    "the a an of to and is are was were be been this that these those they them their we us our you your he she his her it its "
                            + "i my i'm you're they're all every each some many people not no never should must will would can could do does did don't have has had with for from by at "
                            + "who what why how there here when where if than then just only but or as so such out on get go "
                            + "back about like want need let let's kill die dead hate love good bad more most own please"),
            "de",
            set(
                    "der die das den am sehr hat dem des ein eine einen einem einer und ist sind war waren wird werden nicht kein keine ich wir ihr "
                            + "sie er es uns euch alle diese dieser dieses jeder muss müssen soll sollen haben hat mit für von zu zum zur auf aus bei wie "
                            + "was wer warum nur auch noch schon aber oder wenn dass man"),
            "fr",
            set(
                    "le la les un une des du de et est sont était ne pas plus je nous vous ils elles il elle on tous toutes ces cette ce ceux "
                            + "leur leurs notre nos votre doit doivent faut avec pour par dans sur aux qui que quoi pourquoi mais ou comme si tout être "
                            + "ont avoir c'est"),
            "es",
            set(
                    "el la los las un una unos unas del de y es son era no nosotros ellos ellas todos todas estos estas este esta ese eso "
                            + "su sus nuestro nuestra debe deben hay que con para por en como pero más muy ser están está son"),
            "it",
            set(
                    "il lo la gli le un uno una di del della dei degli delle e è sono era non noi voi loro tutti tutte questi queste questo "
                            + "questa suo nostro nostra deve devono che con per da dal nel come ma più essere anche"),
            "nl",
            set(
                    "de het een en is zijn was waren niet geen ik wij we jullie ze zij hij ons onze alle deze die dit dat moet moeten zal "
                            + "zullen heeft hebben met voor van naar uit bij hoe wat wie waarom ook maar of als er aan"),
            "pt",
            set(
                    "o a os as um uma uns umas do da dos das e é são era não nós eles elas todos todas estes estas este esta isso seu "
                            + "sua nosso nossa deve devem que com para por em no na nos nas como mas mais ser está estão"),
            "tr",
            set(
                    "bir ve bu şu o bunlar onlar biz siz sen ben değil var yok için ile gibi daha çok hepsi bütün tüm her hiç ne niye neden "
                            + "ama veya ki de da mi mı mu mü olan olarak"),
            "pl",
            set(
                    "i w z na do się nie jest są był była to ten ta te ci oni one my wy wszyscy wszystkie każdy nasz nasze ich jak co kto "
                            + "dlaczego ale lub oraz dla od po przez tylko być trzeba"));

    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{M}'’]+");

    private CommonWords() {}

    /**
     * BCP 47 tag, or nothing when the words do not tell.
     *
     * @param lead how many more words of it there must be than of any other language
     */
    public static Optional<String> language(String text, int lead) {
        Set<String> words = new HashSet<>(
                Arrays.asList(SPACE.split(text.toLowerCase(Locale.ROOT).replace('’', '\''), 0)));
        String best = "";
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Set<String>> common : WORDS.entrySet()) {
            int count = (int) words.stream().filter(common.getValue()::contains).count();
            if (count > most) {
                second = most;
                most = count;
                best = common.getKey();
            } else {
                second = Math.max(second, count);
            }
        }
        return most - second >= lead ? Optional.of(best) : Optional.empty();
    }

    private static Set<String> set(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }
}
