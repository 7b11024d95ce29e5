package org.summertrip.files.tus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.summertrip.kit.problem.ProblemException;

/** The checksum that a client sends along, and what it is compared with. */
final class Checksum {
    static final String HEADER = "Upload-Checksum";
    static final String ALGORITHMS = "sha1,sha256,md5";

    private static final Map<String, String> NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

    private final MessageDigest digest;
    private final byte[] expected;

    private Checksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** Null where there is no header. */
    static Checksum of(String header) {
        if (header == null) {
            return null;
        }
        String[] words = header.strip().split(" ", 2);
        String name = NAMES.get(words[0]);
        if (name == null || words.length < 2) {
            throw ProblemException.invalid(HEADER, "header", "must be one of " + ALGORITHMS + " and a base64 value");
        }
        try {
            return new Checksum(
                    MessageDigest.getInstance(name), Base64.getDecoder().decode(words[1].strip()));
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid(HEADER, "header", "must have its value in base64");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + name, impossible);
        }
    }

    void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    boolean matches() {
        return MessageDigest.isEqual(expected, digest.digest());
    }
}
