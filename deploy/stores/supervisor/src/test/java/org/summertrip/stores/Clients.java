package org.summertrip.stores;

import java.io.IOException;
import java.util.Map;
import org.summertrip.stores.wire.BoltConnection;
import org.summertrip.stores.wire.CqlConnection;
import org.summertrip.stores.wire.PostgresqlConnection;
import org.summertrip.stores.wire.RedisConnection;
import org.summertrip.stores.wire.S3Requests;

/** One value written to and read from each store, with nothing but what {@link Stores#environment} tells. */
final class Clients {

    private final Stores stores;

    Clients(Stores stores) {
        this.stores = stores;
    }

    /** Logs in and asks for something that is always there; without a password given, with the right one. */
    void ask(Store store, String password) throws IOException {
        switch (store) {
            case POSTGRESQL -> postgresql("summertrip", "summertrip", password).close();
            case CASSANDRA -> cassandra("summertrip", password).close();
            case NEO4J -> neo4j(password).close();
            case REDIS -> redis(password).close();
            case S3 -> s3(password).send("GET", "/", null);
        }
    }

    void write(Store store, String value) throws IOException {
        switch (store) {
            case POSTGRESQL -> {
                try (var postgresql = postgresql("summertrip", "summertrip", null)) {
                    postgresql.query("CREATE TABLE IF NOT EXISTS kept (value text)");
                    postgresql.query("INSERT INTO kept VALUES ('" + value + "')");
                }
            }
            case CASSANDRA -> {
                try (var cassandra = cassandra("summertrip", null)) {
                    cassandra.query("CREATE KEYSPACE IF NOT EXISTS kept WITH replication ="
                            + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
                    cassandra.query("CREATE TABLE IF NOT EXISTS kept.kept (id int PRIMARY KEY, value text)");
                    cassandra.query("INSERT INTO kept.kept (id, value) VALUES (1, '" + value + "')");
                }
            }
            case NEO4J -> {
                try (var neo4j = neo4j(null)) {
                    neo4j.query("CREATE (n:Kept {value: '" + value + "'})");
                }
            }
            case REDIS -> {
                try (var redis = redis(null)) {
                    redis.command("SET", "kept", value);
                }
            }
            case S3 -> {
                s3(null).send("PUT", "/kept", "");
                s3(null).send("PUT", "/kept/kept", value);
            }
        }
    }

    String read(Store store) throws IOException {
        switch (store) {
            case POSTGRESQL -> {
                try (var postgresql = postgresql("summertrip", "summertrip", null)) {
                    return postgresql.query("SELECT value FROM kept");
                }
            }
            case CASSANDRA -> {
                try (var cassandra = cassandra("summertrip", null)) {
                    return cassandra.query("SELECT value FROM kept.kept");
                }
            }
            case NEO4J -> {
                try (var neo4j = neo4j(null)) {
                    return neo4j.query("MATCH (n:Kept) RETURN n.value");
                }
            }
            case REDIS -> {
                try (var redis = redis(null)) {
                    return redis.command("GET", "kept");
                }
            }
            case S3 -> {
                return s3(null).send("GET", "/kept/kept", null);
            }
            default -> throw new IllegalArgumentException(store.toString());
        }
    }

    PostgresqlConnection postgresql(String database, String user, String password) throws IOException {
        var connection = new PostgresqlConnection(stores.port(Store.POSTGRESQL));
        connection.login(database, user, or(password, "POSTGRESQL_PASSWORD"));
        return connection;
    }

    CqlConnection cassandra(String user, String password) throws IOException {
        var connection = new CqlConnection(stores.port(Store.CASSANDRA));
        connection.login(user, or(password, "CASSANDRA_PASSWORD"));
        return connection;
    }

    private BoltConnection neo4j(String password) throws IOException {
        var connection = new BoltConnection(stores.port(Store.NEO4J));
        connection.login("neo4j", or(password, "NEO4J_PASSWORD"));
        return connection;
    }

    RedisConnection redisWithoutLogin() throws IOException {
        return new RedisConnection(stores.port(Store.REDIS));
    }

    private RedisConnection redis(String password) throws IOException {
        RedisConnection connection = redisWithoutLogin();
        connection.login(or(password, "REDIS_PASSWORD"));
        return connection;
    }

    private S3Requests s3(String secretKey) {
        Map<String, String> environment = stores.environment();
        return new S3Requests(stores.port(Store.S3), environment.get("S3_ACCESS_KEY"), or(secretKey, "S3_SECRET_KEY"));
    }

    private String or(String password, String name) {
        return password == null ? stores.environment().get(name) : password;
    }
}
