package org.watchword.bench.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * An outlet of a given number of articles, drawn from a seed: pages of the size and make of real ones, with navigation, related links,
 * scripts and a few thousand letters of text; a front page and pages of an archive that link to them, a sitemap, a robots.txt.
 */
final class ArticleSite implements SiteServer.Site {

    private static final int PER_LIST = 100;
    private static final String[] WORDS =
            ("the a of and to in harbour council ferry market minister island budget river vote school"
                            + " bridge winter report said people village spring water road office session member question answer letter"
                            + " ship captain evening morning city region parliament committee speaker debate plan house street light")
                    .split(" ");

    private final byte[][] articles;
    private final byte[] sitemap;
    private final String base;

    /**
     * @param base scheme, host and port, for the sitemap
     * @param padding letters of script and style a page holds besides its article
     */
    ArticleSite(int pages, long seed, int padding, String base) {
        this.base = base;
        Random random = new Random(seed);
        String script = script(random, padding);
        articles = new byte[pages][];
        StringBuilder map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (int i = 0; i < pages; i++) {
            articles[i] = article(i, random, script).getBytes(StandardCharsets.UTF_8);
            map.append("<url><loc>").append(base).append(path(i)).append("</loc></url>\n");
        }
        sitemap = map.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    static String path(int article) {
        return "/articles/" + article + ".html";
    }

    /** An article as it is sent. */
    byte[] bytes(int article) {
        return articles[article].clone();
    }

    long bytes() {
        long sum = 0;
        for (byte[] article : articles) {
            sum += article.length;
        }
        return sum;
    }

    @Override
    public SiteServer.Answer answer(String host, String path, String head) {
        if (path.startsWith("/articles/") && path.endsWith(".html")) {
            int number = number(path.substring(10, path.length() - 5));
            return number >= 0 && number < articles.length
                    ? SiteServer.Answer.html(articles[number])
                    : SiteServer.Answer.notFound();
        }
        if (path.startsWith("/archive/")) {
            return list(number(path.substring(9)));
        }
        return switch (path) {
            case "/" -> list(0);
            case "/sitemap.xml" -> new SiteServer.Answer(200, "Content-Type: application/xml\r\n", sitemap);
            case "/robots.txt" ->
                new SiteServer.Answer(
                        200,
                        "Content-Type: text/plain\r\n",
                        ("User-agent: *\nAllow: /\nSitemap: " + base + "/sitemap.xml\n")
                                .getBytes(StandardCharsets.US_ASCII));
            default -> SiteServer.Answer.notFound();
        };
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : -1;
    }

    private SiteServer.Answer list(int page) {
        if (page < 0 || page * PER_LIST >= articles.length) {
            return SiteServer.Answer.notFound();
        }
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>Archive</title></head><body><ul>");
        for (int i = page * PER_LIST; i < Math.min(articles.length, (page + 1) * PER_LIST); i++) {
            html.append("<li><a href=\"")
                    .append(path(i))
                    .append("\">Report ")
                    .append(i)
                    .append("</a></li>");
        }
        html.append("</ul><a rel=\"next\" href=\"/archive/").append(page + 1).append("\">Older</a></body></html>");
        return SiteServer.Answer.html(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String script(Random random, int letters) {
        StringBuilder script = new StringBuilder();
        while (script.length() < letters) {
            script.append("window.w")
                    .append(random.nextInt(1 << 20))
                    .append("=function(a,b){return a")
                    .append(random.nextInt(9))
                    .append("?b:{k:")
                    .append(random.nextInt())
                    .append("}};\n");
        }
        return script.toString();
    }

    private String article(int number, Random random, String script) {
        String title = "Report " + number + " on the " + sentence(random, 5);
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append(" | The Harbour Wire</title>\n<link rel=\"canonical\" href=\"")
                .append(path(number))
                .append("\">\n<meta property=\"article:published_time\" content=\"2031-05-06T08:00:00Z\">\n<script>")
                .append(script)
                .append("</script></head>\n<body><header><nav><ul>\n");
        for (int i = 0; i < 30; i++) {
            html.append("<li class=\"menu-item menu-item-")
                    .append(i)
                    .append("\"><a href=\"/archive/")
                    .append(i)
                    .append("\">")
                    .append(WORDS[i % WORDS.length])
                    .append("</a></li>\n");
        }
        html.append("</ul></nav></header>\n<main><article><h1>")
                .append(title)
                .append("</h1><p class=\"byline\">By Ada Renn</p>\n");
        for (int i = 0; i < 14; i++) {
            html.append("<p>");
            for (int s = 0; s < 4; s++) {
                html.append(sentence(random, 16)).append(". ");
            }
            html.append("</p>\n");
        }
        html.append("</article></main>\n<aside><h2>Related</h2><ul>");
        for (int i = 0; i < 12; i++) {
            html.append("<li><div class=\"card\"><a href=\"")
                    .append(path(random.nextInt(articles.length)))
                    .append("\">")
                    .append(sentence(random, 8))
                    .append("</a></div></li>\n");
        }
        return html.append(
                        "</ul></aside>\n<footer><p>All rights reserved. Contact the desk.</p></footer></body></html>\n")
                .toString();
    }

    private static String sentence(Random random, int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.toString();
    }
}
