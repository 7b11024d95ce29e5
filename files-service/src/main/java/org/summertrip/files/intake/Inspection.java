package org.summertrip.files.intake;

/**
 * What the first bytes tell.
 *
 * @param contentType the declared type, or the one that was found where none was declared
 * @param active whether it must not be shown in place: a program or a page, or not what it was declared to be
 * @param width of a picture as it is seen, its orientation applied; null for everything else
 * @param height likewise
 */
public record Inspection(String contentType, boolean active, Integer width, Integer height) {}
