package org.summertrip.files.objects;

/**
 * One line of a listing.
 *
 * @param name the key without the prefix that was listed
 * @param size in bytes
 */
public record Entry(String name, long size) {}
