package org.summertrip.files.upload;

/** What is known of content once all of it has passed. */
record Content(String filename, String contentType, long size, String sha256, boolean active) {}
