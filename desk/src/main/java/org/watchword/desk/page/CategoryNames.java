package org.watchword.desk.page;

import java.util.Arrays;
import java.util.List;
import org.watchword.model.Category;

/** Short names of categories and their families, for lists. What a category means in full is {@link Category#phrase()}. */
public final class CategoryNames {

    /** Heading for the categories that have no family. */
    static final String OTHERS = "Further indicators";

    private CategoryNames() {}

    /** The part of the id before the dot, when there is one; otherwise empty. */
    static String family(Category category) {
        int dot = category.id().indexOf('.');
        return dot < 0 ? "" : category.id().substring(0, dot);
    }

    /** The name of a family by its id, or of a family with one member, which goes among the others. */
    static String familyName(String family) {
        return switch (family) {
            case "dehumanization" -> "Dehumanization";
            case "threat" -> "Threat";
            case "incitement" -> "Incitement";
            case "denial" -> "Denial";
            default -> OTHERS;
        };
    }

    /** A family by its id; of a family with one member, that member's name. */
    static String ofFamily(String family) {
        String name = familyName(family);
        if (!name.equals(OTHERS)) {
            return name;
        }
        List<Category> members = Arrays.stream(Category.values())
                .filter(category -> family(category).equals(family))
                .toList();
        return members.size() == 1 ? fullName(members.get(0)) : ofValue(family);
    }

    static String name(Category category) {
        return switch (category) {
            case DEHUMANIZATION_ANIMAL -> "Animals";
            case DEHUMANIZATION_VERMIN -> "Vermin, insects, parasites";
            case DEHUMANIZATION_DISEASE -> "Disease, filth";
            case DEHUMANIZATION_DEMON -> "Demons, monsters";
            case DEHUMANIZATION_OBJECT -> "Waste, less than human";
            case THREAT_DIRECT -> "Direct threat";
            case THREAT_VEILED -> "Veiled threat";
            case THREAT_DEPRIVATION -> "Deprivation";
            case THREAT_EXPULSION -> "Expulsion";
            case THREAT_DESTRUCTION -> "Foretold destruction";
            case INCITEMENT_VIOLENCE -> "To violence";
            case INCITEMENT_DISCRIMINATION -> "To discrimination";
            case DENIAL_IDENTITY -> "Of identity";
            case GLORIFICATION -> "Glorification";
            case ACCUSATION_IN_A_MIRROR -> "Accusation in a mirror";
            case DENIAL_ATROCITY -> "Of an atrocity";
            case STEREOTYPE_CRIMINAL -> "Criminal stereotype";
            case PURITY -> "Purity";
            case WOMEN_AND_GIRLS -> "Women and girls";
            case LOYALTY -> "Loyalty";
            case SUPERIORITY -> "Superiority";
            case DENIAL_HERITAGE -> "Of heritage";
            case CLAIM_TERRITORIAL -> "Territorial claim";
        };
    }

    /** The name where no family heading stands above it: {@code Dehumanization: vermin, insects, parasites}. */
    public static String fullName(Category category) {
        String family = familyName(family(category));
        String name = name(category);
        if (family.equals(OTHERS) || family.equals("Threat")) {
            return name;
        }
        return family
                + (name.startsWith("To ") || name.startsWith("Of ") ? " " : ": ")
                + Character.toLowerCase(name.charAt(0))
                + name.substring(1);
    }

    /** The name of a value of the category filter: a category's or a family's. */
    public static String ofValue(String value) {
        return Category.find(value).map(CategoryNames::fullName).orElseGet(() -> {
            String family = familyName(value);
            return family.equals(OTHERS) ? value : family + " (all)";
        });
    }
}
