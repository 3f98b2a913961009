package org.watchword.analyze.entity;

import java.util.List;
import org.watchword.analyze.text.Sentence;
import org.watchword.model.Entity;

/** Finds names. Thread-safe. */
public interface EntityFinder {

    /** Names in order of start, not overlapping. */
    List<Entity> find(String text, String language, List<Sentence> sentences);
}
