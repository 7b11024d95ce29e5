package org.summertrip.users.session;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The keys of this issuer: the first one signs, all of them verify, so that keys can be changed without anybody noticing. */
@Startup
@Singleton
public class SigningKeys {
    private final List<EllipticCurveJsonWebKey> keys;

    @Inject
    public SigningKeys(SessionConfig config) {
        this(config.signingKeys());
    }

    SigningKeys(String jwkSet) {
        this.keys = read(jwkSet);
    }

    /** The id of the key that signs now. */
    String activeId() {
        return keys.get(0).getKeyId();
    }

    /** The private half of the key that signs now. */
    PrivateKey active() {
        return keys.get(0).getPrivateKey();
    }

    /** The public halves of all keys, as JSON. */
    String published() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The public key of this id. */
    Optional<PublicKey> find(String keyId) {
        return keys.stream()
                .filter(key -> key.getKeyId().equals(keyId))
                .map(key -> (PublicKey) key.getECPublicKey())
                .findFirst();
    }

    private static List<EllipticCurveJsonWebKey> read(String json) {
        List<EllipticCurveJsonWebKey> keys;
        try {
            keys = new JsonWebKeySet(json)
                    .getJsonWebKeys().stream()
                            .map(EllipticCurveJsonWebKey.class::cast)
                            .toList();
        } catch (JoseException | ClassCastException unreadable) {
            // The cause would quote the key.
            throw new IllegalArgumentException("users.signing-keys must be a JWK set of EC keys");
        }
        boolean whole = keys.stream().allMatch(key -> key.getKeyId() != null && key.getPrivateKey() != null);
        if (keys.isEmpty() || !whole) {
            throw new IllegalArgumentException(
                    "users.signing-keys needs at least one key; each with kid and private part");
        }
        return keys;
    }
}
