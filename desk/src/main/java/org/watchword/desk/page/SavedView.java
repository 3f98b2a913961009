package org.watchword.desk.page;

import java.util.List;

/** The page of all saved searches. */
public record SavedView(List<SavedSearchView> searches) {}
