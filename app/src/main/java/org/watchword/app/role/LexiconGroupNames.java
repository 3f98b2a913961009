package org.watchword.app.role;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.analyze.lexicon.Lexicons;
import org.watchword.desk.rule.GroupNames;
import org.watchword.model.ConfigException;

/** English names of the groups in the configured word lists, which are read when somebody first asks. */
public final class LexiconGroupNames implements GroupNames {

    private static final Logger LOG = LoggerFactory.getLogger(LexiconGroupNames.class);
    private static final String LANGUAGE = "en";

    private final Supplier<Lexicons> source;
    private @Nullable GroupNames read;

    /** @param folders with word lists */
    public LexiconGroupNames(List<Path> folders) {
        this.source = () -> Lexicons.load(folders);
    }

    @Override
    public String of(String id) {
        return names().of(id);
    }

    private synchronized GroupNames names() {
        GroupNames known = read;
        if (known == null) {
            known = load();
            read = known;
        }
        return known;
    }

    private GroupNames load() {
        try {
            Lexicons lexicons = source.get();
            return id -> lexicons.groupName(LANGUAGE, id).orElse(id);
        } catch (ConfigException | java.io.UncheckedIOException e) {
            LOG.warn("groups are shown by their ids, since the word lists cannot be read: {}", e.getMessage());
            return GroupNames.IDS;
        }
    }
}
