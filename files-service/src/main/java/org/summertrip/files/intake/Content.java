package org.summertrip.files.intake;

/** What is known of content once all of it has passed. */
public record Content(String filename, long size, String sha256, Inspection seen) {}
