package org.summertrip.graph.user;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.neo4j.driver.Value;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.Transaction;
import org.summertrip.graph.store.WarmUp;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * Every query about (:User). A node without {@code createdAt} is a placeholder: an edge needed it before users-service had told
 * of the person. Setting {@code taken} changes nothing and takes the node's lock, which is what it is for.
 */
@Singleton
public class UserGraph implements WarmUp {
    /** MERGE first, so that this and an erasure queue at the same lock; only then is it certain who came first. */
    private static final String LEARN = """
            MERGE (u:User {id: $id})
            SET u.taken = true
            WITH u,
                 EXISTS { (:Erased {digest: $digest}) } AS erased,
                 u.updatedAt IS NULL OR u.updatedAt <= $facts.updatedAt AS news
            FOREACH (gone IN CASE WHEN erased THEN [u] ELSE [] END | DETACH DELETE gone)
            FOREACH (known IN CASE WHEN news AND NOT erased THEN [u] ELSE [] END | SET known += $facts)""";

    /** Counts stay on the digest, so that an erasure that is asked for again is answered with the same receipt. */
    private static final String ERASE = """
            MERGE (u:User {id: $id})
            SET u.taken = true
            MERGE (e:Erased {digest: $digest})
            ON CREATE SET e.at = $at
            SET e.profile = coalesce(e.profile, 0) + CASE WHEN u.createdAt IS NULL THEN 0 ELSE 1 END,
                e.friendships = coalesce(e.friendships, 0) + COUNT { (u)-[:FRIEND]-() },
                e.requests = coalesce(e.requests, 0) + COUNT { (u)-[:REQUESTED]-() },
                e.follows = coalesce(e.follows, 0) + COUNT { (u)-[:FOLLOWS]-() },
                e.blocks = coalesce(e.blocks, 0) + COUNT { (u)-[:BLOCKED]-() },
                e.dismissals = coalesce(e.dismissals, 0) + COUNT { (u)-[:DISMISSED]-() },
                e.memberships = coalesce(e.memberships, 0) + COUNT { (u)-[:MEMBER_OF|WAS_MEMBER_OF]->() }
            WITH u, e
            OPTIONAL MATCH (c:Community {id: u.community})
            FOREACH (left IN CASE WHEN c IS NULL THEN [] ELSE [c] END | SET left.size = left.size - 1)
            FOREACH (finding IN [(u)<-[:CONCERNS]-(a:Anomaly) | a] | DETACH DELETE finding)
            WITH u, e
            DETACH DELETE u
            RETURN e AS remains""";

    private static final String LOCK = """
            UNWIND $ids AS id
            MATCH (u:User {id: id})
            SET u.taken = true
            RETURN u.id AS id""";

    private static final String ADMIT = """
            MERGE (u:User {id: $id})
            SET u.taken = true
            RETURN EXISTS { (:Erased {digest: $digest}) } AS erased""";

    private static final String VISIBLE = """
            MATCH (other:User {id: $other})
            WHERE other.createdAt IS NOT NULL AND NOT EXISTS { (other)-[:BLOCKED]-(:User {id: $me}) }
            RETURN other AS user""";

    private static final List<String> COUNTED =
            List.of("profile", "friendships", "requests", "follows", "blocks", "dismissals", "memberships");

    private final Neo4j neo4j;

    UserGraph(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    @Override
    public Uni<Void> warmUp(Transaction transaction) {
        UUID nobody = new UUID(0, 0);
        return lock(transaction, nobody, nobody)
                .flatMap(locked ->
                        transaction.run(VISIBLE, parameters("me", nobody.toString(), "other", nobody.toString())));
    }

    /** Takes in what is newer than what is known, unless the person has been erased. */
    Uni<Void> learn(UserFacts user) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("firstName", user.firstName());
        facts.put("lastName", user.lastName());
        facts.put(
                "avatarFileId",
                user.avatarFileId() == null ? null : user.avatarFileId().toString());
        facts.put("createdAt", Moments.write(user.createdAt()));
        facts.put("updatedAt", Moments.write(user.updatedAt()));
        return neo4j.write(transaction -> transaction.run(
                LEARN, parameters("id", user.id().toString(), "digest", Erasure.digest(user.id()), "facts", facts)));
    }

    /** Removes the person with every edge, for good; how much of what there was, and when that first happened. */
    Uni<Erasure.Remains> erase(Transaction transaction, UUID id, Instant now) {
        return transaction
                .first(ERASE, parameters("id", id.toString(), "digest", Erasure.digest(id), "at", Moments.write(now)))
                .map(row -> remains(row.orElseThrow().get("remains")));
    }

    private static Erasure.Remains remains(Value node) {
        Map<String, Long> counts = new LinkedHashMap<>();
        COUNTED.forEach(what -> counts.put(what, node.get(what).asLong()));
        return new Erasure.Remains(Moments.read(node.get("at")), counts);
    }

    /**
     * Somebody as seen by the caller.
     *
     * @throws ProblemException 404 when there is no such person, or one of the two has blocked the other
     */
    public Uni<PublicUser> visible(Transaction transaction, UUID me, UUID other) {
        return transaction
                .first(VISIBLE, parameters("me", me.toString(), "other", other.toString()))
                .map(row -> PublicUser.of(
                        row.orElseThrow(ProblemException::notFound).get("user")));
    }

    /**
     * Locks two people, always in the same order, until the transaction ends: whatever is read of the two after this stays true.
     * Somebody whom nobody has told of cannot be locked and needs no lock, as there are no edges.
     */
    public Uni<Void> lock(Transaction transaction, UUID one, UUID other) {
        return lockKnown(transaction, one, other).replaceWithVoid();
    }

    /**
     * The same, but the caller is there afterwards: its token proves the account even when the news of it is still on its way.
     *
     * @throws ProblemException 401 when the account has been erased and only its token still lives
     */
    public Uni<Void> lockWithCaller(Transaction transaction, UUID caller, UUID other) {
        return lockKnown(transaction, caller, other)
                .flatMap(locked ->
                        locked.contains(caller.toString()) ? Uni.createFrom().voidItem() : admit(transaction, caller));
    }

    private static Uni<List<String>> lockKnown(Transaction transaction, UUID one, UUID other) {
        List<String> ids = Stream.of(one.toString(), other.toString()).sorted().toList();
        return transaction
                .list(LOCK, parameters("ids", ids))
                .map(rows -> rows.stream().map(row -> row.get("id").asString()).toList());
    }

    private static Uni<Void> admit(Transaction transaction, UUID caller) {
        return transaction
                .first(ADMIT, parameters("id", caller.toString(), "digest", Erasure.digest(caller)))
                .invoke(row -> refuseErased(row.orElseThrow().get("erased").asBoolean()))
                .replaceWithVoid();
    }

    /** Failing rolls back what the admission made. */
    private static void refuseErased(boolean erased) {
        if (erased) {
            throw new ProblemException(CommonError.UNAUTHENTICATED);
        }
    }
}
