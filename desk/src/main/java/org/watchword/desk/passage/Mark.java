package org.watchword.desk.passage;

/** Why a stretch of text stands out. */
public enum Mark {
    /** The search found it. */
    HIT,
    /** The statement itself, within its surroundings. */
    STATEMENT,
    /** The words a flag is about. */
    FLAGGED,
    /** The words a flag is about that a guard lowered. */
    CONTEXT,
    /** The words a model proposes for review. */
    CANDIDATE,
    /** The words that name the group. */
    TARGET
}
