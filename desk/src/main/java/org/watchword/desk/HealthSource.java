package org.watchword.desk;

import java.util.List;
import org.watchword.desk.health.SourceHealth;

/** Where the desk learns how the sources are. Thread-safe. */
@FunctionalInterface
public interface HealthSource {

    /** Every source that is or was watched, the worst first; empty when nothing has run yet. */
    List<SourceHealth> sources();
}
