package org.watchword.bench.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The labelled corpora by short name, from a folder that holds each in a folder of its own under its full name. Only what may be built
 * into a program that anybody may use: of re3d the sources in the public domain and under Creative Commons licences.
 */
final class Corpora {

    private static final List<String> RE3D =
            List.of("Australian_Department_of_Foreign_Affairs", "CENTCOM", "US_State_Department", "Wikipedia");

    private Corpora() {}

    static Map<String, List<LabelledText>> read(Path data) throws IOException {
        Map<String, List<LabelledText>> all = new LinkedHashMap<>();
        columns(all, "uner", data.resolve("uner-english-ewt"), ".iob2");
        columns(all, "wikigold", data.resolve("wikigold"), ".conll");
        List<Path> re3d = new ArrayList<>();
        for (String source : RE3D) {
            re3d.addAll(files(data.resolve("re3d").resolve(source), ".conll"));
        }
        all.put("re3d", ColumnCorpus.read("re3d", re3d));
        columns(all, "wnut", data.resolve("wnut17"), ".conll");
        columns(all, "btc-g", data.resolve("broad-twitter-corpus"), "g.conll");
        List<Path> tweets = new ArrayList<>();
        for (String section : List.of("a", "b", "e", "f")) {
            tweets.add(data.resolve("broad-twitter-corpus").resolve(section + ".conll"));
        }
        all.put("btc", ColumnCorpus.read("btc", tweets));
        List<Path> gum = new ArrayList<>(files(data.resolve("gum/train"), ".conllu.gz"));
        gum.addAll(files(data.resolve("gum/dev"), ".conllu.gz"));
        all.put("gum", GumCorpus.read("gum", gum));
        return all;
    }

    private static void columns(Map<String, List<LabelledText>> all, String name, Path folder, String suffix)
            throws IOException {
        all.put(name, ColumnCorpus.read(name, files(folder, suffix)));
    }

    static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
