package org.summertrip.users.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
    private final EllipticCurveJsonWebKey old = key("2026-10");
    private final EllipticCurveJsonWebKey fresh = key("2026-11");

    @Test
    void signsWithTheFirstKeyAndVerifiesWithAll() {
        SigningKeys keys = new SigningKeys(set(fresh, old));
        assertEquals("2026-11", keys.activeId());
        assertEquals(fresh.getPrivateKey(), keys.active());
        assertEquals(fresh.getPublicKey(), keys.find("2026-11").orElseThrow());
        assertEquals(old.getPublicKey(), keys.find("2026-10").orElseThrow());
        assertTrue(keys.find("2026-09").isEmpty());
    }

    @Test
    void publishesAllKeysButNoPrivatePart() {
        String published = new SigningKeys(set(fresh, old)).published();
        assertTrue(published.contains("2026-10") && published.contains("2026-11"), published);
        assertFalse(published.contains("\"d\""), published);
    }

    @Test
    void refusesToStartWithoutWholeKeysAndDoesNotShowThem() {
        String publicOnly = new JsonWebKeySet(old).toJson(OutputControlLevel.PUBLIC_ONLY);
        for (String bad :
                new String[] {"", "{}", "{\"keys\":[]}", publicOnly, "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}"
                }) {
            var refused = assertThrows(IllegalArgumentException.class, () -> new SigningKeys(bad));
            assertFalse(refused.getMessage().contains("c2VjcmV0"));
        }
    }

    private static String set(EllipticCurveJsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static EllipticCurveJsonWebKey key(String id) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
