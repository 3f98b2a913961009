package org.watchword.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Where the captured bytes lie.
 *
 * @param file WARC file, relative to the archive folder, with {@code /} between folders
 * @param offset byte offset of the record's gzip member in that file
 * @param recordId {@code WARC-Record-ID} as written, for example {@code urn:uuid:…} without angle brackets
 * @param sha256 SHA-256 of the record's payload (for HTTP: the body after transfer and content decoding), 64 lower-case hex digits
 */
@JsonPropertyOrder({"file", "offset", "recordId", "sha256"})
public record ArchiveRef(String file, long offset, String recordId, String sha256) {}
