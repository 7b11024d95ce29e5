package org.summertrip.files;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content of any length that is made while it is read: never in memory, on no disk, the same for the same seed. */
public final class Noise extends InputStream {
    private long state;
    private long left;

    public Noise(long seed, long length) {
        this.state = seed;
        this.left = length;
    }

    /** The digest of such content, as hex. */
    public static String sha256(long seed, long length) {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[64 * 1024];
        Noise noise = new Noise(seed, length);
        for (int read = noise.read(chunk, 0, chunk.length); read > 0; read = noise.read(chunk, 0, chunk.length)) {
            digest.update(chunk, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        int count = (int) Math.min(length, left);
        for (int i = 0; i < count; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            bytes[offset + i] = (byte) (state >>> 56);
        }
        left -= count;
        return count;
    }
}
