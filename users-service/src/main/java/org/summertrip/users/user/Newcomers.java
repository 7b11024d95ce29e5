package org.summertrip.users.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.summertrip.kit.identity.BearerAuthentication;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/** Makes the account of somebody whom the external issuer vouches for and who was never here before. */
@ApplicationScoped
class Newcomers {
    private final SigningUp signingUp;
    private final ExternalIssuer external;
    private final ObjectMapper mapper;
    private final Validator validator;

    Newcomers(SigningUp signingUp, ExternalIssuer external, ObjectMapper mapper, Validator validator) {
        this.signingUp = signingUp;
        this.external = external;
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The account of a caller who has none yet; nobody, when this service is the issuer itself.
     *
     * @param authorization the header with the token, which has been verified by now
     */
    Uni<User> welcome(UUID id, String authorization) {
        if (!external.isIt()) {
            throw new ProblemException(CommonError.UNAUTHENTICATED);
        }
        NewUser claimed = claims(authorization);
        if (!validator.validateProperty(claimed, "email").isEmpty()) {
            throw new ProblemException(CommonError.FORBIDDEN, "The token carries no e-mail address");
        }
        return signingUp.welcome(id, claimed);
    }

    private NewUser claims(String authorization) {
        String token = BearerAuthentication.tokenOf(authorization).orElseThrow();
        try {
            JsonNode claims = mapper.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            return new NewUser(text(claims, "email"), null, text(claims, "given_name"), text(claims, "family_name"));
        } catch (IOException impossible) {
            throw new IllegalStateException("a verified token has claims", impossible);
        }
    }

    private static String text(JsonNode claims, String name) {
        String text = claims.path(name).asText("").strip();
        return text.isEmpty() || text.length() > 100 && !"email".equals(name) ? null : text;
    }
}
