package org.summertrip.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.summertrip.stores.process.Ports;
import org.summertrip.stores.process.RunFile;

/** However a supervisor ends, its engines end too, now or at the next command. */
class SupervisorDeathTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @AfterEach
    void leaveNothing() throws Exception {
        new Down(Instance.at(directory), line -> {}).run();
    }

    @Test
    void killedSupervisorTakesItsEnginesAlong() throws Exception {
        var supervisor = new SupervisorProcess(directory, Store.POSTGRESQL, Store.REDIS, Store.S3);
        Process up = supervisor.up();
        List<RunFile> engines = supervisor.engines();
        assertEquals(3, engines.size());
        List<RunFile> family =
                up.descendants().map(process -> RunFile.of(process, 0, "KILL")).toList();

        up.destroyForcibly().waitFor();

        Deadline.within(
                SOON,
                "engines, their children and the watchdog are gone",
                () -> family.stream().noneMatch(SupervisorProcess::isAlive));
        supervisor.up().destroy();
    }

    @Test
    void downCleansUpWhenTheWatchdogWasKilledToo() throws Exception {
        var supervisor = new SupervisorProcess(directory, Store.POSTGRESQL, Store.REDIS);
        killWithWatchdog(supervisor.up());
        List<RunFile> engines = supervisor.engines();
        assertEquals(2, engines.size());

        int port = Instance.at(directory).running(Store.REDIS).orElseThrow().port();
        var output = new ArrayList<String>();
        int code = new Down(Instance.at(directory), output::add).run();

        assertEquals(0, code);
        assertTrue(output.stream().anyMatch(line -> line.matches("PostgreSQL +left over, stopped")), output::toString);
        assertTrue(Ports.isFree(port));
        Deadline.within(SOON, "engines are gone", () -> engines.stream().noneMatch(SupervisorProcess::isAlive));
    }

    @Test
    void upReplacesWhatAKilledOneLeft() throws Exception {
        var supervisor = new SupervisorProcess(directory, Store.POSTGRESQL, Store.REDIS);
        killWithWatchdog(supervisor.up());
        List<RunFile> old = supervisor.engines();

        Process next = supervisor.up();

        Deadline.within(SOON, "old engines are gone", () -> old.stream().noneMatch(SupervisorProcess::isAlive));
        assertEquals(2, supervisor.engines().size());
        next.destroy();
        assertTrue(next.waitFor(30, TimeUnit.SECONDS));
        assertEquals(List.of(), supervisor.engines());
    }

    @Test
    void downStopsADetachedOne() throws Exception {
        var supervisor = new SupervisorProcess(directory, Store.POSTGRESQL, Store.REDIS);
        Process launcher = supervisor.up("--detach");
        assertTrue(launcher.waitFor(10, TimeUnit.SECONDS));
        assertEquals(0, launcher.exitValue());
        assertEquals(2, supervisor.engines().size());

        int code = new Down(Instance.at(directory), line -> {}).run();

        assertEquals(0, code);
        assertEquals(List.of(), supervisor.engines());
        assertEquals(1, new Status(Instance.at(directory), EnumSet.of(Store.REDIS), line -> {}).run());
        assertEquals(0, new Down(Instance.at(directory), line -> {}).run());
    }

    private static void killWithWatchdog(Process up) throws InterruptedException {
        List<ProcessHandle> watchdogs = up.children()
                .filter(child -> child.info().command().orElse("").endsWith("sh"))
                .toList();
        assertEquals(1, watchdogs.size());
        watchdogs.forEach(ProcessHandle::destroyForcibly);
        up.destroyForcibly().waitFor();
    }
}
