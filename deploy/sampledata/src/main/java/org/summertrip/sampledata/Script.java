package org.summertrip.sampledata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation written by hand, to be spoken by whoever is cast: {@code 0} is who had the idea, the other numbers are
 * the others. Scripts are text files because people who write dialogue should not have to quote it.
 */
record Script(List<Line> lines) {

    record Line(int role, String text) {}

    Script {
        lines = List.copyOf(lines);
    }

    /** Scripts are separated by empty lines; each line is a role, a space, and what is said. */
    static List<Script> read(String resource) {
        try (InputStream stream = Script.class.getResourceAsStream(resource);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var scripts = new ArrayList<Script>();
            var lines = new ArrayList<Line>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank()) {
                    scripts.add(new Script(lines));
                    lines.clear();
                } else {
                    int space = line.indexOf(' ');
                    lines.add(new Line(Integer.parseInt(line.substring(0, space)), line.substring(space + 1)));
                }
            }
            scripts.add(new Script(lines));
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Lines of roles beyond the cast are left out: they are written so that nothing refers to them. */
    List<ConversationLine> play(Destination destination, List<Person> cast) {
        return lines.stream()
                .filter(line -> line.role() < cast.size())
                .map(line -> new ConversationLine(cast.get(line.role()), destination.tell(line.text())))
                .toList();
    }
}
