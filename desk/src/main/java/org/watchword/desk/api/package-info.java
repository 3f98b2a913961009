/**
 * The JSON API: {@code /health}, {@code /api/statements}, {@code /api/statements/{id}}, {@code /api/documents/{id}},
 * {@code /api/statements/{id}/reviews}, {@code /api/reviews}, {@code /api/edits}, {@code /api/summary}, {@code /api/searches},
 * {@code /api/searches/{name}}, {@code /api/rules}, {@code /api/rules/{id}}, {@code /api/sources}, {@code /api/sources/{id}},
 * {@code /api/status}, {@code /api/account}, and
 * {@code /api/statements.jsonl}, which streams all of a search. {@code openapi.json} describes them and is served as
 * {@code /api/openapi.json}; a test holds every route to it and every answer to its schema.
 *
 * <p>A statement is written flat with the field names of {@link org.watchword.index.StatementRecord}; a hit adds
 * {@code highlights}, a single statement adds {@code before}, {@code after} and the
 * {@code appearances} of its story. With {@code collapse=story} each hit tells its {@code copies}. An error is {@code {"error", "position"?}}.
 */
@NullMarked
package org.watchword.desk.api;

import org.jspecify.annotations.NullMarked;
