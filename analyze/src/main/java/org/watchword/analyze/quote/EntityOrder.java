package org.watchword.analyze.quote;

import java.util.List;
import org.watchword.model.Entity;

/** Finds entities, which stand in order and apart, by halving. */
final class EntityOrder {

    private EntityOrder() {}

    /** Index of the first entity that ends behind an offset; their number when none does. */
    static int firstEndingAfter(List<Entity> entities, int offset) {
        int low = 0;
        int high = entities.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entities.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
