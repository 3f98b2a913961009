package org.watchword.bench.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.watchword.model.EntityType;

/**
 * Reads the Georgetown University Multilayer corpus. It marks every mention of a thing, "the old bridge" as well as "Anna"; a name is
 * a mention whose head is a proper noun, cut down to the capitalised words around the head.
 */
final class GumCorpus {

    private static final Map<String, EntityType> TYPES =
            Map.of("person", EntityType.PERSON, "organization", EntityType.ORGANIZATION, "place", EntityType.LOCATION);
    private static final Set<String> TITLES = Set.of(
            "Mr.",
            "Mrs.",
            "Ms.",
            "Dr.",
            "Mr",
            "Mrs",
            "Ms",
            "Dr",
            "Professor",
            "President",
            "Senator",
            "King",
            "Queen",
            "Prince",
            "Princess",
            "General",
            "Colonel",
            "Captain",
            "Judge",
            "Justice",
            "Sir",
            "Lord",
            "Lady",
            "Saint",
            "Pope",
            "Emperor",
            "Minister",
            "Secretary",
            "Governor",
            "Mayor",
            "Chief",
            "Prime",
            "Prof.",
            "Sen.",
            "Rep.");
    private static final Set<String> JOINTS =
            Set.of("of", "for", "and", "the", "de", "von", "van", "der", "&", "-", "la", "del");
    private static final Pattern MARK = Pattern.compile("\\(([^()]+)|([^()]*)\\)");

    private record Word(String form, String pos, int head) {}

    private record Open(String id, String type, int start) {}

    private record Found(int start, int end, EntityType type) {}

    private GumCorpus() {}

    static List<LabelledText> read(String corpus, List<Path> files) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (Path file : files) {
            TextBuilder text = new TextBuilder();
            List<Word> words = new ArrayList<>();
            List<String> marks = new ArrayList<>();
            try (BufferedReader reader = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.isBlank()) {
                        sentence(words, marks, text);
                        words.clear();
                        marks.clear();
                    } else if (line.charAt(0) != '#') {
                        String[] c = line.split("\t");
                        if (c[0].chars().allMatch(Character::isDigit)) {
                            words.add(new Word(c[1], c[3], Integer.parseInt(c[6]) - 1));
                            marks.add(entity(c[9]));
                        }
                    }
                }
            }
            sentence(words, marks, text);
            texts.add(text.build(corpus, file.getFileName().toString().replace(".conllu.gz", "")));
        }
        return texts;
    }

    private static String entity(String misc) {
        for (String part : misc.split("\\|")) {
            if (part.startsWith("Entity=")) {
                return part.substring(7);
            }
        }
        return "";
    }

    private static void sentence(List<Word> words, List<String> marks, TextBuilder text) {
        List<Found> names = names(words, marks);
        for (int i = 0; i < words.size(); i++) {
            Found in = null;
            for (Found name : names) {
                if (name.start <= i && i < name.end) {
                    in = name;
                }
            }
            text.word(words.get(i).form, in != null, in == null ? null : in.type, in != null && in.start == i);
        }
        text.endSentence();
    }

    private static List<Found> names(List<Word> words, List<String> marks) {
        List<Found> mentions = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < words.size(); i++) {
            Matcher m = MARK.matcher(marks.get(i));
            while (m.find()) {
                if (m.group(1) != null) {
                    String[] parts = m.group(1).split("-");
                    if (parts.length > 1) {
                        open.push(new Open(parts[0], parts[1], i));
                        // "(1-person)" closes at once: the closing mark is matched next with empty words before it.
                    }
                } else if (!open.isEmpty()) {
                    Open closed = close(open, m.group(2));
                    EntityType type = TYPES.get(closed.type);
                    if (type != null) {
                        Found name = name(words, closed.start, i + 1, type);
                        if (name != null) {
                            mentions.add(name);
                        }
                    }
                }
            }
        }
        mentions.sort(Comparator.comparingInt(f -> f.start - f.end));
        List<Found> kept = new ArrayList<>();
        for (Found mention : mentions) {
            if (kept.stream().noneMatch(k -> k.start < mention.end && mention.start < k.end)) {
                kept.add(mention);
            }
        }
        return kept;
    }

    private static Open close(Deque<Open> open, String id) {
        if (id.isEmpty()) {
            return open.pop();
        }
        String plain = id.contains("-") ? id.substring(0, id.indexOf('-')) : id;
        for (Open o : open) {
            if (o.id.equals(plain)) {
                open.remove(o);
                return o;
            }
        }
        return open.pop();
    }

    private static @Nullable Found name(List<Word> words, int start, int end, EntityType type) {
        int head = -1;
        for (int i = start; i < end; i++) {
            if (words.get(i).head < start || words.get(i).head >= end) {
                head = i;
                break;
            }
        }
        if (head < 0 || !words.get(head).pos.equals("PROPN") || !isCapital(words.get(head))) {
            return null;
        }
        boolean person = type == EntityType.PERSON;
        int from = head;
        while (from > start && isPart(words, from - 1, person)) {
            from--;
        }
        int to = head + 1;
        while (to < end && (isPart(words, to, person) || isJoint(words, to, end, person))) {
            to++;
        }
        while (from < to
                && (JOINTS.contains(words.get(from).form) || person && TITLES.contains(words.get(from).form))) {
            from++;
        }
        return from < to ? new Found(from, to, type) : null;
    }

    private static boolean isPart(List<Word> words, int i, boolean person) {
        Word word = words.get(i);
        if (word.form.equals("The") || word.pos.equals("DET") || word.pos.equals("PRON")) {
            return false;
        }
        return isCapital(word) && (!person || word.pos.equals("PROPN")) && !word.pos.equals("PUNCT");
    }

    private static boolean isJoint(List<Word> words, int i, int end, boolean person) {
        String form = words.get(i).form;
        boolean joint = JOINTS.contains(form) && (!person || !form.equals("and") && !form.equals("of"));
        return joint
                && i + 1 < end
                && (isCapital(words.get(i + 1))
                        || words.get(i + 1).form.equals("the") && i + 2 < end && isCapital(words.get(i + 2)));
    }

    private static boolean isCapital(Word word) {
        return Character.isUpperCase(word.form.charAt(0)) || word.pos.equals("PROPN");
    }
}
