package org.summertrip.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void listsEveryFileThereIs() throws IOException, URISyntaxException {
        Path directory = Path.of(Migration.class.getResource("/db/neo4j").toURI());
        try (Stream<Path> files = Files.list(directory)) {
            List<String> present =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            List<String> listed = Migration.all().stream()
                    .map(step -> step.version() + "__" + step.name() + ".cypher")
                    .toList();
            assertEquals(present, listed);
        }
    }

    @Test
    void splitsStatementsAtTheEndsOfLines() {
        Migration step = Migration.of("V007__two.cypher", "// why; because\nCREATE (a {t: ';'})\n;\nCREATE (b);\n\n");

        assertEquals(List.of("// why; because\nCREATE (a {t: ';'})", "CREATE (b)"), step.statements());
    }

    @Test
    void tellsAnEditedStepFromTheOriginal() {
        assertNotEquals(
                Migration.of("V001__a.cypher", "CREATE (a);").checksum(),
                Migration.of("V001__a.cypher", "CREATE (b);").checksum());
    }

    @Test
    void refusesANameThatHasNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> Migration.of("users.cypher", "CREATE (a);"));
    }
}
