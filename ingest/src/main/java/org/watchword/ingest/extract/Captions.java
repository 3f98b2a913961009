package org.watchword.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.watchword.ingest.page.Letters;
import tools.jackson.databind.JsonNode;

/**
 * Words under pictures that no {@code figcaption} holds: they repeat what the page says of the picture elsewhere (its {@code alt} text,
 * the image of its structured data), or end in the name of who took it.
 */
final class Captions {

    /** Letters; shorter ones may be names that stand anywhere. */
    private static final int LEAST = 20;

    private static final int LONGEST_CREDITED = 400;

    /** Part of the caption that must be the picture's description; the rest is the credit. */
    private static final double LEAST_SHARE = 0.6;

    private static final int MOST_PICTURES = 400;

    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)(?:bildrechte|bildquelle|bild|foto|fotos|photo|photos|picture|image|crédits?(?: photo)?|credit|zdjęcie|fot\\.|фото)\\s?[:：/]\\s?[\\p{Lu}@][^.!?]{1,60}$");

    private final PageLayout layout;
    private final List<String> descriptions = new ArrayList<>();

    Captions(PageFacts page, PageLayout layout) {
        this.layout = layout;
        for (Element picture : page.elements().tagged("img")) {
            if (descriptions.size() < MOST_PICTURES) {
                add(picture.attr("alt"));
            }
        }
        JsonNode article = page.article();
        if (article != null) {
            for (JsonNode image : page.structured().objects(article, "image")) {
                add(image.path("name").asString(""));
                add(image.path("caption").asString(""));
                add(image.path("description").asString(""));
            }
        }
    }

    private void add(String description) {
        String letters = Letters.of(description);
        if (letters.length() >= LEAST) {
            descriptions.add(letters);
        }
    }

    boolean is(Block block) {
        return switch (block.kind()) {
            case HEADING, ITEM, QUOTE -> false;
            case PARAGRAPH -> describes(block) && standsByPicture(block);
            case LOOSE, CELL ->
                describes(block)
                        || (block.text().length() < LONGEST_CREDITED
                                && CREDIT.matcher(block.text()).find());
        };
    }

    /** A picture in the paragraph itself or in what stands right before or behind it. */
    private boolean standsByPicture(Block block) {
        Element own = layout.element(block.element());
        Element before = own.previousElementSibling();
        Element behind = own.nextElementSibling();
        return holdsPicture(own) || holdsPicture(before) || holdsPicture(behind);
    }

    private static boolean holdsPicture(@Nullable Element e) {
        return e != null && e.selectFirst("img") != null;
    }

    private boolean describes(Block block) {
        String own = Letters.of(block.text());
        return descriptions.stream()
                .anyMatch(d -> own.startsWith(d)
                        ? d.length() >= LEAST_SHARE * own.length()
                        : own.length() >= LEAST && d.equals(own));
    }
}
