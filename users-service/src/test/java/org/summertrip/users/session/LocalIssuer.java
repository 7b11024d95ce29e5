package org.summertrip.users.session;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider as far as services see it: it publishes a key, RSA for once, and signs tokens with it. */
public class LocalIssuer implements QuarkusTestResourceLifecycleManager {
    static final String NAME = "https://login.example.org/realms/trips";
    private static final String AUDIENCE = "trips-app";
    private static final RsaJsonWebKey KEY = key();
    private static final int LIFETIME_MINUTES = 10;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        byte[] keys =
                new JsonWebKeySet(KEY).toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
        server.createContext("/certs", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return Map.of(
                "users.external-issuer",
                "true",
                "summer-trip.identity.issuer",
                NAME,
                "summer-trip.identity.audience",
                AUDIENCE,
                "summer-trip.identity.jwks-url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/certs");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** A token of this issuer with these claims. */
    static String token(String issuer, String subject, Map<String, ?> more) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(List.of(AUDIENCE, "account"));
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFETIME_MINUTES);
        more.forEach(claims::setClaim);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(KEY.getKeyId());
        signature.setKey(KEY.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("their-key");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
