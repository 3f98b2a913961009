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
    }

    /** An RSS or Atom feed. */
    record Feed(Profile profile, List<String> urls, Crawl crawl) implements Web {
        public Feed {
            urls = List.copyOf(urls);
        }
    }

    /** A sitemap or sitemap index, gzip-compressed or not. */
    record Sitemap(Profile profile, List<String> urls, Crawl crawl) implements Web {
        public Sitemap {
            urls = List.copyOf(urls);
        }
    }

    /**
     * A page that lists pages.
     *
     * @param selector CSS selector of the links, or of elements that contain them
     */
    record LinkList(Profile profile, List<String> urls, String selector, Crawl crawl) implements Web {
        public LinkList {
            urls = List.copyOf(urls);
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
     */
    record Warc(Profile profile, Path path) implements Source {}
}
