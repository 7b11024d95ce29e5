package org.summertrip.files.upload;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes to be found in others by Horspool's method, which looks at few of them: one of each length of the pattern, mostly. */
final class BytePattern {
    private static final int BYTES = 256;

    private final byte[] pattern;
    private final int[] skips = new int[BYTES];

    BytePattern(byte[] pattern) {
        this.pattern = pattern.clone();
        Arrays.fill(skips, pattern.length);
        for (int i = 0; i < pattern.length - 1; i++) {
            skips[pattern[i] & 0xFF] = pattern.length - 1 - i;
        }
    }

    int length() {
        return pattern.length;
    }

    /** The index of the first occurrence after the buffer's position, or -1. */
    int find(ByteBuffer bytes) {
        int last = bytes.limit() - pattern.length;
        int at = bytes.position();
        while (at <= last) {
            if (isAt(bytes, at, pattern.length)) {
                return at;
            }
            at += skips[bytes.get(at + pattern.length - 1) & 0xFF];
        }
        return -1;
    }

    /** How many of the last bytes may be the beginning of an occurrence. */
    int begunAtTheEndOf(ByteBuffer bytes) {
        int most = Math.min(pattern.length - 1, bytes.remaining());
        for (int count = most; count > 0; count--) {
            if (isAt(bytes, bytes.limit() - count, count)) {
                return count;
            }
        }
        return 0;
    }

    private boolean isAt(ByteBuffer bytes, int at, int count) {
        for (int i = count - 1; i >= 0; i--) {
            if (bytes.get(at + i) != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
