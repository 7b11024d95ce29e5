package org.summertrip.stores;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was asked for on the command line. */
record Arguments(
        String command,
        Path directory,
        Set<Store> only,
        Map<Store, Integer> ports,
        boolean detach,
        List<String> words) {

    static final String USAGE = """
            usage: stores up [--detach] | down | status    [options]

              up       start the stores, wait until they are ready, stop them on Ctrl-C
              down     stop the stores of that directory, whoever started them
              status   state, process, port and memory of each; exit code 0 if all are up

              --directory DIR      data, logs and passwords (default: .summer-trip/stores in the checkout)
              --only A,B           of %s (default: all)
              --port STORE=NUMBER  another port than the default, may be repeated;
                                   also in the variable %s, as STORE=NUMBER,STORE=NUMBER
              --detach             (up) return when they are ready, leave them running""".formatted(Store.ids(), PortConflicts.VARIABLE);

    static Arguments parse(String... args) {
        return parse(List.of(args), System.getenv().getOrDefault(PortConflicts.VARIABLE, ""));
    }

    static Arguments parse(List<String> args, String portsOfEnvironment) {
        if (args.isEmpty()) {
            throw new IllegalArgumentException("a command is missing");
        }
        Path directory = null;
        Set<Store> only = EnumSet.allOf(Store.class);
        Map<Store, Integer> ports = new EnumMap<>(Store.class);
        boolean detach = false;
        Arrays.stream(portsOfEnvironment.split(","))
                .filter(text -> !text.isBlank())
                .forEach(text -> addPort(ports, text));
        Iterator<String> words = args.subList(1, args.size()).iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--directory" -> directory = Path.of(value(word, words));
                case "--only" -> only = stores(value(word, words));
                case "--port" -> addPort(ports, value(word, words));
                case "--detach" -> detach = true;
                default -> throw new IllegalArgumentException("unknown option: " + word);
            }
        }
        return new Arguments(args.get(0), directory, only, ports, detach, args);
    }

    /** Only asked for when needed, because the default needs a checkout to be found. */
    Instance instance() {
        return Instance.at(directory == null ? Instance.defaultDirectory() : directory);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static Set<Store> stores(String ids) {
        var stores = EnumSet.noneOf(Store.class);
        for (String id : ids.split(",")) {
            stores.add(store(id));
        }
        return stores;
    }

    private static Store store(String id) {
        return Store.byId(id.strip())
                .orElseThrow(() -> new IllegalArgumentException("unknown store: " + id + ", known are " + Store.ids()));
    }

    private static void addPort(Map<Store, Integer> ports, String text) {
        String[] parts = text.split("=", 2);
        if (parts.length < 2 || !parts[1].strip().matches("\\d{1,5}")) {
            throw new IllegalArgumentException("a port is written STORE=NUMBER, not " + text);
        }
        int port = Integer.parseInt(parts[1].strip());
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        ports.put(store(parts[0]), port);
    }
}
