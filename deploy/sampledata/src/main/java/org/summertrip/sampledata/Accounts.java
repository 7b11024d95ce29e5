package org.summertrip.sampledata;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in, and as whom. */
final class Accounts {

    /** @param id what the API calls this person */
    record Session(String id, String token) {}

    private final Map<Person, Session> sessions = new ConcurrentHashMap<>();
    private final Gateway gateway;
    private final String password;

    Accounts(Gateway gateway, String password) {
        this.gateway = gateway;
        this.password = password;
    }

    /** Signs up whoever has no account yet. */
    void enter(Person person, String key) {
        if (sessions.containsKey(person)) {
            return;
        }
        var form = Map.of(
                "email",
                person.email(),
                "password",
                password,
                "firstName",
                person.firstName(),
                "lastName",
                person.lastName());
        Answer signUp = gateway.expect(Call.post("/users", form).once(key), 201, 409, 422);
        if (login(person).isEmpty()) {
            throw new LoadException(
                    signUp.status() == 201
                            ? person.email() + " has just signed up and cannot log in with the same password"
                            : person.email() + " has an account with another password: give that one (--password)");
        }
    }

    /** Empty if there is no such account, or it has another password. */
    Optional<Session> login(Person person) {
        var form = Map.of("email", person.email(), "password", password);
        Answer answer = gateway.expect(Call.post("/auth/login", form), 200, 401);
        if (answer.status() == 401) {
            return Optional.empty();
        }
        var session = new Session(answer.body().path("user").path("id").asText(), answer.text("accessToken"));
        sessions.put(person, session);
        return Optional.of(session);
    }

    String id(Person person) {
        return sessions.get(person).id();
    }

    Call as(Person person, Call call) {
        return call.by(sessions.get(person).token());
    }
}
