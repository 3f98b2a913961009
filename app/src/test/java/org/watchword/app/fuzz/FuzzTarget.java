package org.watchword.app.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.analyze.rule.RulePacks;
import org.watchword.app.config.ConfigLoader;
import org.watchword.ingest.archive.ArchiveCheck;
import org.watchword.ingest.archive.ArchiveFolder;
import org.watchword.ingest.discover.DiscoveryException;
import org.watchword.ingest.discover.FeedLinks;
import org.watchword.ingest.discover.SitemapLinks;
import org.watchword.ingest.extract.HtmlExtractor;
import org.watchword.ingest.page.Page;
import org.watchword.ingest.robots.RobotsTxt;
import org.watchword.ingest.source.SourceCatalog;
import org.watchword.model.Analysis;
import org.watchword.model.ConfigException;
import org.watchword.model.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What reads words of others, with the answers it may give to bad ones. */
enum FuzzTarget {
    HTML {
        @Override
        void read(byte[] input) {
            PAGES.extract(new Page(input, "text/html", "https://courier.example/news/a.html", Instant.EPOCH));
        }
    },
    FEED {
        @Override
        void read(byte[] input) throws Exception {
            FeedLinks.read(input, "application/rss+xml", "https://courier.example/feed.xml");
        }
    },
    SITEMAP {
        @Override
        void read(byte[] input) throws Exception {
            SitemapLinks.read(input, "https://courier.example/sitemap.xml");
        }
    },
    ROBOTS {
        @Override
        void read(byte[] input) {
            RobotsTxt robots = RobotsTxt.parse(input, "watchword");
            var unused = robots.refusing("https://courier.example/" + "a/".repeat(200) + "?b=c");
            var delay = robots.crawlDelay();
        }
    },
    RULES {
        @Override
        void read(byte[] input) {
            RulePacks.read(FuzzSeeds.config().resolve("rules"), "en", "pack", text(input), FuzzSeeds.lexicons());
        }
    },
    LEXICON {
        @Override
        void read(byte[] input) throws Exception {
            Lexicons.load(file("groups.yaml", input));
        }
    },
    SOURCES {
        @Override
        void read(byte[] input) throws Exception {
            SourceCatalog.load(file("sources.yaml", input));
        }
    },
    CONFIG {
        @Override
        void read(byte[] input) throws Exception {
            ConfigLoader.load(file("watchword.yaml", input), Map.of());
        }
    },
    /** What comes off a topic, and then every word of it through the analysis. */
    RECORD {
        @Override
        void read(byte[] input) {
            Document document = JsonMapper.shared().readValue(input, Document.class);
            // Without a text it is refused before it comes to the analysis.
            if (document.text() != null) {
                FuzzSeeds.analyzer().analyze(document);
            }
        }
    },
    ANALYSIS {
        @Override
        void read(byte[] input) {
            JsonMapper.shared().readValue(input, Analysis.class);
        }
    },
    /** A file that another program wrote, through archive, state and topic: each input ends counted, or is a dead letter. */
    FOREIGN_WARC {
        @Override
        void read(byte[] input) throws Exception {
            ForeignIntake.shared().take(input);
        }
    },
    WARC {
        @Override
        void read(byte[] input) throws Exception {
            Path file = file("watchword-00001.warc.gz", input);
            Path folder = java.util.Objects.requireNonNull(file.getParent());
            try {
                new ArchiveCheck(new ArchiveFolder(folder)).check(file);
            } finally {
                try (var left = Files.list(folder)) {
                    for (Path other : left.toList()) {
                        Files.delete(other);
                    }
                }
            }
        }
    };

    private static final HtmlExtractor PAGES = new HtmlExtractor();

    abstract void read(byte[] input) throws Exception;

    /** Whether the reader refused the input as it should: with an error that tells a person what is wrong. */
    boolean expects(Throwable e) {
        return switch (this) {
            case FEED, SITEMAP -> e instanceof DiscoveryException;
            case RULES, LEXICON, SOURCES, CONFIG -> e instanceof ConfigException;
            // A constructor's refusal of a value comes out as the mapper's own.
            case RECORD, ANALYSIS -> e instanceof JacksonException || e instanceof IllegalArgumentException;
            case WARC -> e instanceof IOException;
            case HTML, ROBOTS, FOREIGN_WARC -> false;
        };
    }

    static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static Path file(String name, byte[] input) throws IOException {
        Path folder = FuzzSeeds.folder();
        return Files.write(folder.resolve(name), input);
    }
}
