package org.watchword.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.watchword.desk.health.SourceHealth;
import org.watchword.model.Category;
import org.watchword.model.GuardNote;
import org.watchword.model.SourceDay;

/** A small collection from invented countries. */
final class SampleIndex {

    static final String HOSTILE =
            "<script>alert('x')</script> \u202eevil\u202c & \"quoted\" <img src=x onerror=alert(1)>";

    private SampleIndex() {}

    static InMemoryStatementIndex create() {
        InMemoryStatementIndex index = new InMemoryStatementIndex();
        rally().addTo(index);
        counterSpeech().addTo(index);
        editorial().addTo(index);
        orenian().addTo(index);
        rightToLeft().addTo(index);
        hostile().addTo(index);
        for (int i = 1; i <= 30; i++) {
            routine(i).addTo(index);
        }
        return index;
    }

    /** One source, looked at on two of three days in May. */
    static List<SourceHealth> sources() {
        Instant june = Instant.parse("2031-06-01T00:00:00Z");
        return SourceHealth.of(List.of(day("17", 1, 3, june), day("18", 0, 0, june), day("19", 1, 5, june)), june);
    }

    private static SourceDay day(String day, long reached, long articles, Instant at) {
        return new SourceDay(
                "halden-courier",
                LocalDate.parse("2031-05-" + day),
                "one",
                reached,
                1 - reached,
                articles,
                0,
                new TreeMap<>(),
                null,
                null,
                null,
                at);
    }

    static TestingPage rally() {
        TestingPage page = new TestingPage(
                "https://courier.example/2031/05/rally",
                "The Halden Courier",
                "halden-courier",
                "en",
                "2031-05-17T18:40:00Z",
                "Thousands hear Dravec at harbour rally",
                """
                The square by the harbour was full before noon on Saturday. Deputy Marek Dravec spoke for forty minutes about \
                prices, the ferry and the border.

                “The Velmari are rats that crawled out of the hills, and we will drive every one of them back,” Dravec said. \
                The crowd applauded. Police counted about four thousand people.

                The Ministry of the Interior declined to comment on the speech. It said that permits for the rally had been in \
                order.""");
        return page.quote(
                "The Velmari are rats that crawled out of the hills, and we will drive every one of them back",
                "Marek Dravec",
                "Dravec",
                "said",
                page.flag(Category.DEHUMANIZATION_VERMIN, "are rats", "The Velmari", "velmari"),
                page.flag(Category.THREAT_EXPULSION, "we will drive every one of them back", "The Velmari", "velmari"));
    }

    static TestingPage counterSpeech() {
        TestingPage page = new TestingPage(
                "https://courier.example/2031/05/bishop",
                "The Halden Courier",
                "halden-courier",
                "en",
                "2031-05-19T09:00:00Z",
                "Bishop answers Dravec",
                """
                The bishop of Halden answered the deputy from the pulpit. “The Velmari are not rats, they are our neighbours,” \
                Ilse Tarn said. She asked for calm.""");
        return page.quote(
                "The Velmari are not rats, they are our neighbours",
                "Ilse Tarn",
                "Ilse Tarn",
                "said",
                page.flag(
                        Category.DEHUMANIZATION_VERMIN,
                        "are not rats",
                        "The Velmari",
                        "velmari",
                        new GuardNote("negation", "“not” stands between the group and the likeness")));
    }

    static TestingPage editorial() {
        TestingPage page = new TestingPage(
                "https://beacon.example/opinion/114",
                "Norvask Beacon",
                "norvask-beacon",
                "en",
                "2030-11-03T05:00:00Z",
                "The question nobody asks",
                "History is patient. There is no such people as the Velmari, and there never was. Maps can be redrawn.");
        return page.sentence(
                "There is no such people as the Velmari, and there never was.",
                page.flag(Category.DENIAL_IDENTITY, "There is no such people as", "the Velmari", "velmari"));
    }

    static TestingPage orenian() {
        TestingPage page = new TestingPage(
                "https://vestnik.example/7",
                "Вестник Орении",
                "vestnik-orenii",
                "ru",
                "2031-04-02T10:00:00Z",
                "Совет обсудил дорогу",
                "Совет собрался утром. «Дорога будет открыта к осени», заявил Павел Громов. Голосование отложено.");
        return page.quote("Дорога будет открыта к осени", "Павел Громов", "Павел Громов", "заявил");
    }

    static TestingPage rightToLeft() {
        TestingPage page = new TestingPage(
                "https://sahil.example/a1",
                "ساحل نيوز",
                "sahil-news",
                "ar",
                "2031-03-21T10:00:00Z",
                "الوزير يفتتح الجسر",
                "اجتمع المجلس صباحا. «سيفتح الجسر في الخريف», قال سامر الدلي. انتهى الاجتماع.");
        return page.quote("سيفتح الجسر في الخريف", "سامر الدلي", "سامر الدلي", "قال");
    }

    static TestingPage hostile() {
        TestingPage page = new TestingPage(
                "javascript:alert(document.domain)",
                "<b>Outlet</b>",
                "evil\"><script>alert(2)</script>",
                "en\" onmouseover=\"alert(3)",
                "2029-01-05T00:00:00Z",
                "</title><script>alert(4)</script>",
                "Before <i>it</i>. " + HOSTILE + " said <svg onload=alert(5)>. After 🧑\u200d🚀.");
        return page.quote(HOSTILE, "<svg onload=alert(5)>", "<svg onload=alert(5)>", "said");
    }

    private static TestingPage routine(int i) {
        List<String> speakers = List.of("Anna Brisk", "Jon Haldorsen", "Mira Okonja", "Petra Lund, the younger");
        String speaker = speakers.get(i % speakers.size());
        String month = String.format("%02d", 1 + i % 12);
        String words = "The ferry timetable number " + i + " will be kept through the winter";
        return new TestingPage(
                        "https://courier.example/routine/" + i,
                        "The Halden Courier",
                        "halden-courier",
                        "en",
                        "2030-" + month + "-11T12:00:00Z",
                        "Ferry news " + i,
                        "“" + words + ",” said " + speaker + ". Nothing else was decided.")
                .quote(words, speaker, speaker, "said");
    }
}
