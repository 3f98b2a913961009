package org.watchword.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.ingest.discover.DiscoveryException;

class SubscriptionImportTest {

    private static final SourceCatalog CATALOG = SourceCatalog.of(List.of(new Source.Feed(
            Profile.of("the-vale-courier", "The Vale Courier"),
            List.of("https://vale.example.org/rss"),
            Crawl.DEFAULT)));

    private static SubscriptionImport read(String opml) throws DiscoveryException {
        return SubscriptionImport.of(opml.getBytes(StandardCharsets.UTF_8), "mine.opml", CATALOG);
    }

    @Test
    void feedsBecomeSourcesThatSleepAndEveryOtherOutlineIsRefusedWithItsLine(@TempDir Path folder) throws Exception {
        SubscriptionImport read = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0"><head><title>Mine</title></head><body>
                <outline text="Valley press">
                  <outline type="rss" text="Élan &amp; &quot;Écho&quot;: daily" xmlUrl="https://elan.example.org/feed" language="fr"/>
                  <outline type="rss" text="The Vale Courier" xmlUrl="HTTPS://vale.example.org:443/rss"/>
                  <outline type="rss" text="Again" xmlUrl="https://elan.example.org/feed#x"/>
                </outline>
                <outline text="Вести долины" xmlURL="http://vesti.example.org/rss.xml"/>
                <outline text="The Vale Courier" xmlUrl="https://vale.example.org/second"/>
                <outline text="Old" xmlUrl="ftp://old.example.org/feed"/>
                <outline text="A note to myself"/>
                </body></opml>
                """);

        assertThat(read.taken()).isEqualTo(3);
        assertThat(read.refused())
                .extracting(r -> r.line() + " " + r.what() + ": " + r.reason())
                .containsExactly(
                        "5 The Vale Courier: https://vale.example.org/rss is there already: source the-vale-courier",
                        "6 Again: https://elan.example.org/feed is there already: line 4",
                        "10 Old: not an http or https address: 'ftp://old.example.org/feed'",
                        "11 A note to myself: no address of a feed (xmlUrl)");
        Files.writeString(folder.resolve("mine.yaml"), read.yaml());
        assertThat(SourceCatalog.load(folder).all())
                .extracting(
                        Source::id,
                        s -> s.profile().outlet(),
                        s -> ((Source.Feed) s).urls().get(0),
                        s -> s.profile().language(),
                        s -> s.profile().group(),
                        s -> s.profile().enabled())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "elan-echo-daily",
                                "Élan & \"Écho\": daily",
                                "https://elan.example.org/feed",
                                "fr",
                                "Valley press",
                                false),
                        org.assertj.core.groups.Tuple.tuple(
                                "vesti-example-org",
                                "Вести долины",
                                "http://vesti.example.org/rss.xml",
                                null,
                                null,
                                false),
                        org.assertj.core.groups.Tuple.tuple(
                                "the-vale-courier-2",
                                "The Vale Courier",
                                "https://vale.example.org/second",
                                null,
                                null,
                                false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<rss version=\"2.0\"/>",
                "<opml><body><outline text=\"a\"></body></opml>",
                "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline text=\"&x;\"/></body></opml>"
            })
    void whatIsNoOpmlIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DiscoveryException.class)
                .hasMessageContaining("mine.opml");
    }
}
