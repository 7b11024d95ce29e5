package org.summertrip.stores.engine;

import java.io.IOException;
import java.util.Map;
import org.summertrip.stores.wire.Answer;

/** What differs between the engines; everything that does not is the supervisor's. */
public interface Engine {

    /** Folder of the engine's module and of its data. */
    String folder();

    /** Writes configuration, and on the first start whatever the engine cannot make by itself. */
    void prepare(Site site) throws IOException, InterruptedException;

    /** No secret may be in the command: every user of the machine can read it. */
    Launch launch(Site site) throws IOException, InterruptedException;

    Answer ask(Site site);

    /** Ends the engine in good order. */
    default String stopSignal() {
        return "TERM";
    }

    /** How a service finds this store and gets in. */
    Map<String, String> environment(Site site);
}
