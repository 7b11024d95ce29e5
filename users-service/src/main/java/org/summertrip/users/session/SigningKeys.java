package org.summertrip.users.session;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.summertrip.kit.identity.VerificationKeys;

/** The keys of this issuer. Being the issuer, it verifies with them directly instead of fetching them from itself. */
@Singleton
public class SigningKeys implements VerificationKeys {
    private final List<EllipticCurveJsonWebKey> keys;

    public SigningKeys(SessionConfig config) {
        this.keys = read(config.signingKeys());
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

    @Override
    public Uni<Optional<PublicKey>> find(String keyId) {
        return Uni.createFrom()
                .item(keys.stream()
                        .filter(key -> key.getKeyId().equals(keyId))
                        .map(key -> (PublicKey) key.getECPublicKey())
                        .findFirst());
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
