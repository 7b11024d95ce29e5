package org.summertrip.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.summertrip.local.command.StatusTable.Row;

class StatusTableTest {

    @Test
    void alignsItsColumnsAndAddsUp() {
        var table = new StatusTable(List.of(
                new Row("launcher", 4711, 0, 70 * 1024, "UP"), new Row("users-service", 47, 8081, 200 * 1024, "UP")));

        assertEquals(
                List.of(
                        "component           process   port   memory  state",
                        "launcher               4711      -    70 MB  UP",
                        "users-service            47   8081   200 MB  UP",
                        "all                                  270 MB  UP"),
                table.lines());
        assertTrue(table.isAllUp());
    }

    @Test
    void isNotUpWhileOneIsNot() {
        var table = new StatusTable(List.of(new Row("launcher", 4711, 0, 1024, "UP"), Row.absent("gateway")));

        assertFalse(table.isAllUp());
        assertEquals(
                "gateway                   -      -        -  DOWN",
                table.lines().get(2));
        assertTrue(table.lines().get(3).endsWith("NOT ALL UP"));
    }
}
