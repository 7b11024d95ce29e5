package org.summertrip.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteSecretsTest {

    @TempDir
    Path directory;

    @Test
    void remainTheSame() {
        SuiteSecrets first = SuiteSecrets.of(Home.at(directory));

        assertEquals(first, SuiteSecrets.of(Home.at(directory)));
        assertNotEquals(first, SuiteSecrets.of(Home.at(directory.resolve("other"))));
    }

    @Test
    void areNobodyElsesBusiness() throws IOException {
        SuiteSecrets.of(Home.at(directory));

        var permissions = Files.getPosixFilePermissions(directory.resolve("secrets"));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }

    @Test
    void areLongEnough() {
        SuiteSecrets secrets = SuiteSecrets.of(Home.at(directory));

        assertTrue(secrets.suite().length() >= 32);
        assertTrue(secrets.adminPassword().length() >= 12);
        assertTrue(secrets.samplePassword().matches("[A-Za-z0-9_-]{8,}"));
    }

    @Test
    void includeAKeyInTheFormOfRfc7517() {
        String keys = SuiteSecrets.of(Home.at(directory)).signingKeys();

        assertTrue(
                keys.matches(
                        "\\{\"keys\":\\[\\{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"[\\w-]{43}\",\"x\":\"[\\w-]{43}\","
                                + "\"y\":\"[\\w-]{43}\",\"d\":\"[\\w-]{43}\",\"alg\":\"ES256\",\"use\":\"sig\"}]}"),
                keys);
    }

    @Test
    void writeCoordinatesWithTheirLeadingZeros() {
        assertEquals(32, SigningKey.fixed(BigInteger.ONE).length);
        assertEquals(1, SigningKey.fixed(BigInteger.ONE)[31]);
        assertEquals(32, SigningKey.fixed(BigInteger.TWO.pow(256).subtract(BigInteger.ONE)).length);
    }
}
