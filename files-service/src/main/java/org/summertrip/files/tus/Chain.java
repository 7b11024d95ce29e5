package org.summertrip.files.tus;

import java.util.ArrayList;
import java.util.List;
import org.summertrip.files.objects.Entry;

/**
 * The pieces of one upload, in order.
 *
 * @param pieces from offset 0 without a gap
 * @param end where they end, which is the offset of the upload
 * @param leftovers names of what came with a checksum that was never verified, and does not count
 */
record Chain(List<Piece> pieces, long end, List<String> leftovers) {
    /** Precedes, in time, pieces whose checksum is known at their end only; what it names does not count while it is there. */
    private static final String UNVERIFIED = "unverified-";

    /** One object. */
    record Piece(long offset, long size) {}

    static String piece(long offset) {
        return "%016d".formatted(offset);
    }

    static String unverified(long offset) {
        return UNVERIFIED + piece(offset);
    }

    static Chain of(List<Entry> entries) {
        long barrier = entries.stream()
                .map(Entry::name)
                .filter(name -> name.startsWith(UNVERIFIED))
                .mapToLong(name -> Long.parseLong(name.substring(UNVERIFIED.length())))
                .min()
                .orElse(Long.MAX_VALUE);
        List<Piece> pieces = new ArrayList<>();
        List<String> leftovers = new ArrayList<>();
        List<String> barriers = new ArrayList<>();
        long end = 0;
        for (Entry entry : entries) {
            if (entry.name().startsWith(UNVERIFIED)) {
                barriers.add(entry.name());
            } else if (Long.parseLong(entry.name()) >= barrier) {
                leftovers.add(entry.name());
            } else if (Long.parseLong(entry.name()) == end) {
                pieces.add(new Piece(end, entry.size()));
                end += entry.size();
            }
        }
        leftovers.addAll(barriers);
        return new Chain(List.copyOf(pieces), end, List.copyOf(leftovers));
    }
}
