package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a flag indicates. A category is an indicator for a human reader, never a finding of law.
 *
 * <p>Sources: Rabat Plan of Action, CERD General Recommendation 35, UN Strategy and Plan of Action on Hate Speech, Dangerous Speech:
 * A Practical Guide.
 */
public enum Category {
    DEHUMANIZATION_ANIMAL("dehumanization.animal", "likens a group to animals"),
    DEHUMANIZATION_VERMIN("dehumanization.vermin", "likens a group to vermin, insects or parasites"),
    DEHUMANIZATION_DISEASE("dehumanization.disease", "likens a group to disease, filth or contamination"),
    DEHUMANIZATION_DEMON("dehumanization.demon", "presents a group as demons, monsters or evil by nature"),
    DEHUMANIZATION_OBJECT("dehumanization.object", "presents a group as waste, objects or less than human"),
    THREAT_DIRECT("threat.direct", "commits the speaker or a state to harm a group"),
    THREAT_VEILED("threat.veiled", "threatens a group in veiled or conditional words"),
    THREAT_DEPRIVATION("threat.deprivation", "would deprive a group of what it needs to live"),
    THREAT_EXPULSION("threat.expulsion", "would remove a group from where it lives"),
    THREAT_DESTRUCTION("threat.destruction", "foretells the destruction of a group"),
    INCITEMENT_VIOLENCE("incitement.violence", "asks an audience to attack a group, or praises doing so"),
    INCITEMENT_DISCRIMINATION("incitement.discrimination", "asks to exclude, boycott or segregate a group"),
    DENIAL_IDENTITY("denial.identity", "denies that a group exists or is what it is"),
    GLORIFICATION("glorification", "honours perpetrators or celebrates an atrocity"),
    ACCUSATION_IN_A_MIRROR("accusation-in-a-mirror", "claims a group is about to do what is urged against it"),
    DENIAL_ATROCITY("denial.atrocity", "denies, minimizes or justifies an atrocity"),
    STEREOTYPE_CRIMINAL("stereotype.criminal", "calls a group as such criminal"),
    PURITY("purity", "presents a group as a threat to the purity or survival of one's own"),
    WOMEN_AND_GIRLS("women-and-girls", "accuses a group as such of preying on women and girls"),
    LOYALTY("loyalty", "calls those who side with a group traitors to be punished"),
    SUPERIORITY("superiority", "sets one group above another by nature or right"),
    DENIAL_HERITAGE("denial.heritage", "denies or appropriates a group's heritage"),
    CLAIM_TERRITORIAL("claim.territorial", "claims the land where a group lives");

    private final String id;
    private final String phrase;

    Category(String id, String phrase) {
        this.id = id;
        this.phrase = phrase;
    }

    /** The id in data, for example {@code dehumanization.vermin}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** What such a statement does, as the predicate of a sentence about it. */
    public String phrase() {
        return phrase;
    }

    public static Optional<Category> find(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException when no category has this id */
    @JsonCreator
    public static Category of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no such category: " + id));
    }
}
