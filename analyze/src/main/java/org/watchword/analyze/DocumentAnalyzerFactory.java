package org.watchword.analyze;

/** Makes analyzers, one for each thread that works. Thread-safe; what can be shared (models, packs, lexicons) is loaded once. */
@FunctionalInterface
public interface DocumentAnalyzerFactory {

    DocumentAnalyzer create();

    /** Names the rules in use; another answer once an analyzer, made before or after, goes by other rules. */
    default String rules() {
        return "";
    }
}
