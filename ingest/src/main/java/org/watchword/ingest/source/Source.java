package org.watchword.ingest.source;

import java.nio.file.Path;
import java.util.List;

/** Somewhere documents come from. */
public sealed interface Source {

    Profile profile();

    /** Stable id; scope of the counts and part of the documents' provenance. */
    default String id() {
        return profile().id();
    }

    /** A source whose pages are fetched over HTTP. */
    sealed interface Web extends Source {

        /** Addresses at which links to pages are found. */
        List<String> urls();

        Crawl crawl();

        /** How far the lists are followed. */
        Walk walk();
    }

    /** A feed (RSS, RDF, Atom, JSON Feed), or a page that names its feeds in its head. */
    record Feed(Profile profile, List<String> urls, Crawl crawl, Walk walk) implements Web {
        public Feed {
            urls = List.copyOf(urls);
        }

        public Feed(Profile profile, List<String> urls, Crawl crawl) {
            this(profile, urls, crawl, Walk.DEFAULT);
        }
    }

    /** A sitemap or sitemap index, gzip-compressed or not; or a home page or robots.txt, whose {@code Sitemap:} lines are followed. */
    record Sitemap(Profile profile, List<String> urls, Crawl crawl, Walk walk) implements Web {
        public Sitemap {
            urls = List.copyOf(urls);
        }

        public Sitemap(Profile profile, List<String> urls, Crawl crawl) {
            this(profile, urls, crawl, Walk.DEFAULT);
        }
    }

    /** A home page: its feeds and the sitemaps of its robots.txt are found and followed. */
    record Site(Profile profile, List<String> urls, Crawl crawl, Walk walk) implements Web {
        public Site {
            urls = List.copyOf(urls);
        }
    }

    /**
     * A page that lists pages.
     *
     * @param selector CSS selector of the links, or of elements that contain them
     */
    record LinkList(Profile profile, List<String> urls, String selector, Crawl crawl, Walk walk) implements Web {
        public LinkList {
            urls = List.copyOf(urls);
        }

        public LinkList(Profile profile, List<String> urls, String selector, Crawl crawl) {
            this(profile, urls, selector, crawl, Walk.DEFAULT);
        }
    }

    /**
     * Pages named in a table on this machine: CSV with a heading that names the column {@code url}, or one address per line.
     *
     * @param path the table
     */
    record Urls(Profile profile, Path path, Crawl crawl) implements Web {

        /** None: the table is the list. */
        @Override
        public List<String> urls() {
            return List.of();
        }

        @Override
        public Walk walk() {
            return Walk.DEFAULT;
        }
    }

    /**
     * Documents on this machine: HTML ({@code .html}, {@code .htm}), plain text ({@code .txt}) or JSON lines ({@code .jsonl},
     * {@code .ndjson}), each also gzip-compressed ({@code .gz}).
     *
     * @param path a file, or a folder that is searched with its sub-folders
     */
    record Files(Profile profile, Path path) implements Source {}

    /**
     * Captures made by others: {@code response} records of WARC files.
     *
     * @param path a file, or a folder that is searched with its sub-folders
     * @param crawl of which only the patterns count: they choose captures by address
     */
    record Warc(Profile profile, Path path, Crawl crawl) implements Source {

        public Warc(Profile profile, Path path) {
            this(profile, path, Crawl.DEFAULT);
        }
    }
}
