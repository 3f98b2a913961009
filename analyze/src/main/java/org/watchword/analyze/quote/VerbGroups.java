package org.watchword.analyze.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.watchword.analyze.quote.VerbGroup.Form;
import org.watchword.analyze.text.Token;
import org.watchword.model.LowerCase;

/** The verb groups of a passage, in order. Immutable once built. */
final class VerbGroups {

    private static final Set<String> MODALS = Set.of(
            "will", "would", "can", "could", "may", "might", "shall", "should", "must", "'ll", "'d", "wo", "ca",
            "ought");
    private static final Set<String> PAST = Set.of("was", "were", "had", "did");
    private static final Set<String> BE =
            Set.of("be", "is", "are", "am", "was", "were", "been", "being", "'s", "'re", "'m", "get", "got");

    private final Passage p;
    private final List<VerbGroup> groups = new ArrayList<>();
    private final int[] at;

    VerbGroups(Passage passage) {
        p = passage;
        at = new int[passage.size()];
        Arrays.fill(at, -1);
        for (int i = 0; i < p.size(); i++) {
            if (p.token(i).is("VERB") || p.token(i).is("AUX") && !helps(i)) {
                add(group(i));
            }
        }
    }

    /** The group a token belongs to; null when it belongs to none. */
    @Nullable
    VerbGroup at(int token) {
        return token < 0 || token >= at.length || at[token] < 0 ? null : groups.get(at[token]);
    }

    /** The last group that ends before a token; null when none does. */
    @Nullable
    VerbGroup before(int token) {
        for (int i = token - 1; i >= 0; i--) {
            if (at[i] >= 0 && groups.get(at[i]).head() < token) {
                return groups.get(at[i]);
            }
        }
        return null;
    }

    /** The first group that starts at or after a token and before {@code end}; null when none does. */
    @Nullable
    VerbGroup firstIn(int from, int end) {
        for (int i = from; i < end; i++) {
            if (at[i] >= 0 && groups.get(at[i]).from() >= from) {
                return groups.get(at[i]);
            }
        }
        return null;
    }

    private void add(VerbGroup group) {
        for (int i = group.from(); i < group.to(); i++) {
            at[i] = groups.size();
        }
        groups.add(group);
    }

    /** Whether an auxiliary has its verb after it. */
    private boolean helps(int aux) {
        for (int i = aux + 1; i < p.size() && i - aux < 5 && p.quoted()[i] == p.quoted()[aux]; i++) {
            Token t = p.token(i);
            if (t.is("VERB")) {
                return true;
            }
            if (!t.is("ADV") && !t.is("AUX") && !t.is("PART")) {
                return false;
            }
        }
        return false;
    }

    private VerbGroup group(int head) {
        int from = head;
        int j = head - 1;
        while (j >= 0 && p.quoted()[j] == p.quoted()[head] && at[j] < 0) {
            Token t = p.token(j);
            if (t.is("AUX") || t.is("PART") && !isPossessive(t)) {
                from = j;
            } else if (!t.is("ADV")) {
                break;
            }
            j--;
        }
        Form form = form(from, head);
        return new VerbGroup(from, head, form, isPassive(from, head, form));
    }

    private static boolean isPossessive(Token t) {
        return t.surface().endsWith("s") || t.surface().equals("'");
    }

    private Form form(int from, int head) {
        Token first = p.token(from);
        String word = LowerCase.of(first.surface()).replace('\u2019', '\'');
        if (word.equals("to")) {
            return Form.INFINITIVE;
        }
        if (first.is("AUX") && (from < head || !word.endsWith("ing"))) {
            return MODALS.contains(word)
                    ? Form.MODAL
                    : PAST.contains(word) ? Form.PAST : word.endsWith("ing") ? Form.ING : Form.PRESENT;
        }
        if (word.endsWith("ing") && word.length() > 4) {
            return Form.ING;
        }
        boolean base = word.equals(first.lemma());
        boolean third = word.endsWith("s") && !word.endsWith("ss");
        return base || third ? Form.PRESENT : Form.PAST;
    }

    private boolean isPassive(int from, int head, Form form) {
        String word = LowerCase.of(p.token(head).surface());
        if (word.endsWith("ing") || !p.token(head).is("VERB")) {
            return false;
        }
        for (int i = head - 1; i >= from; i--) {
            Token t = p.token(i);
            if (t.is("AUX")) {
                String aux = LowerCase.of(t.surface()).replace('\u2019', '\'');
                return BE.contains(aux) && (form != Form.PRESENT || !aux.equals("'s") || word.endsWith("ed"));
            }
        }
        return false;
    }
}
