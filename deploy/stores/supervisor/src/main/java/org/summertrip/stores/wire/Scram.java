package org.summertrip.stores.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's half of one SCRAM-SHA-256 exchange (RFC 5802, RFC 7677), without channel binding. */
final class Scram {

    private static final String HMAC = "HmacSHA256";

    private final String nonce = Base64.getEncoder().encodeToString(randomBytes());
    private final String password;
    private boolean finished;

    Scram(String password) {
        this.password = password;
    }

    String first() {
        return "n,," + firstBare();
    }

    private String firstBare() {
        return "n=,r=" + nonce;
    }

    String last(String challenge) throws IOException {
        Map<String, String> fields = Stream.of(challenge.split(","))
                .collect(Collectors.toMap(field -> field.substring(0, 1), field -> field.substring(2)));
        String withoutProof = "c=biws,r=" + fields.get("r");
        try {
            byte[] salted = salt(Base64.getDecoder().decode(fields.get("s")), Integer.parseInt(fields.get("i")));
            byte[] clientKey = hmac(salted, "Client Key".getBytes(StandardCharsets.US_ASCII));
            byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
            String whole = firstBare() + "," + challenge + "," + withoutProof;
            byte[] signature = hmac(storedKey, whole.getBytes(StandardCharsets.UTF_8));
            return withoutProof + ",p=" + Base64.getEncoder().encodeToString(xor(clientKey, signature));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    void finished() {
        finished = true;
    }

    /** "Welcome" without having been asked for the password means that anyone is welcome. */
    void requireFinished() throws IOException {
        if (!finished) {
            throw new IOException("lets anyone in without a password");
        }
    }

    private byte[] salt(byte[] salt, int iterations) throws GeneralSecurityException {
        byte[] key = password.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(salt, salt.length + 4);
        block[block.length - 1] = 1;
        byte[] round = hmac(key, block);
        byte[] result = round;
        for (int iteration = 1; iteration < iterations; iteration++) {
            round = hmac(key, round);
            result = xor(result, round);
        }
        return result;
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac.doFinal(message);
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] result = new byte[one.length];
        for (int index = 0; index < one.length; index++) {
            result[index] = (byte) (one[index] ^ other[index]);
        }
        return result;
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
