package org.summertrip.stores.engine;

import java.io.IOException;
import java.util.Map;
import org.summertrip.stores.process.JavaHome;
import org.summertrip.stores.wire.Answer;
import org.summertrip.stores.wire.BoltConnection;

/** Neo4j, by the main class of its module; Bolt only, the browser is not on Maven Central. */
public final class Neo4j implements Engine {

    private static final String USER = "neo4j";
    private static final String PASSWORD = "NEO4J_PASSWORD";

    @Override
    public String folder() {
        return "neo4j";
    }

    @Override
    public void prepare(Site site) {
        // everything is said on the command line
    }

    @Override
    public Launch launch(Site site) throws IOException, InterruptedException {
        return new Jvm(JavaHome.running(), site)
                .options("-Xms64m", "-Xmx256m", "-Xss512k")
                .opens("java.base", "java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")
                .main(
                        "org.summertrip.stores.neo4j.Neo4jServer",
                        Map.of("STORE_PASSWORD", site.secrets().get(PASSWORD)),
                        site.data().toString(),
                        site.portText());
    }

    @Override
    public Answer ask(Site site) {
        Answer answer = Answer.to(() -> {
            try (var neo4j = new BoltConnection(site.port())) {
                neo4j.login(USER, site.secrets().get(PASSWORD));
                return neo4j.query("RETURN 'ready'");
            }
        });
        // nothing says that Bolt is never up before its users are
        return answer.state() == Answer.State.REFUSED ? answer.later() : answer;
    }

    @Override
    public Map<String, String> environment(Site site) {
        return Map.of(
                "NEO4J_URI",
                "bolt://127.0.0.1:" + site.port(),
                "NEO4J_USERNAME",
                USER,
                PASSWORD,
                site.secrets().get(PASSWORD));
    }
}
