package org.summertrip.local.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options as they were written: those with a value, and those that are only there or not. */
record CommandLine(Map<String, String> values, Set<String> flags) {

    static CommandLine parse(List<String> words, Set<String> valued, Set<String> flags) {
        var values = new HashMap<String, String>();
        var present = new HashSet<String>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (flags.contains(option)) {
                present.add(option);
            } else if (!valued.contains(option)) {
                throw new IllegalArgumentException("Unknown option " + option + ".");
            } else if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value.");
            } else {
                values.put(option, rest.next());
            }
        }
        return new CommandLine(values, present);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    String text(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    int number(String option, int otherwise) {
        String value = values.get(option);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("-?\\d{1,9}")) {
            throw new IllegalArgumentException(option + " needs a number, not " + value + ".");
        }
        return Integer.parseInt(value);
    }
}
