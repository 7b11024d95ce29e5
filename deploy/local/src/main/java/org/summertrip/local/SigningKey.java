package org.summertrip.local;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** The key that users-service signs its tokens with, in the form of RFC 7517, made here because it must outlive it. */
final class SigningKey {

    private static final int COORDINATE = 32;

    private SigningKey() {}

    /** A set of one new EC P-256 key, private part included. */
    static String newKeySet() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return keySet(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new SuiteException("This JDK cannot make an EC P-256 key: " + e.getMessage(), e);
        }
    }

    private static String keySet(KeyPair pair) throws GeneralSecurityException {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        String x = base64(fixed(point.getAffineX()));
        String y = base64(fixed(point.getAffineY()));
        String d = base64(fixed(((ECPrivateKey) pair.getPrivate()).getS()));
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\",\"alg\":\"ES256\",\"use\":\"sig\"}]}"
                .formatted(thumbprint(x, y), x, y, d);
    }

    /** RFC 7638: the name of a key that needs no register. */
    private static String thumbprint(String x, String y) throws GeneralSecurityException {
        String required = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
        return base64(MessageDigest.getInstance("SHA-256").digest(required.getBytes(StandardCharsets.US_ASCII)));
    }

    /** BigInteger drops leading zeros and may add one for the sign; RFC 7518 wants exactly 32 bytes. */
    static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
