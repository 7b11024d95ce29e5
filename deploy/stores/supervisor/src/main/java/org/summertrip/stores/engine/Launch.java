package org.summertrip.stores.engine;

import java.util.List;
import java.util.Map;

/**
 * A command line with what is added to the environment.
 *
 * @param afterwards what is left to do when the engine was ready once and has ended in good order
 */
public record Launch(List<String> command, Map<String, String> environment, Runnable afterwards) {

    static Launch of(List<String> command) {
        return new Launch(command, Map.of(), () -> {});
    }
}
