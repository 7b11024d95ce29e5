package org.summertrip.local.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.summertrip.local.Health;
import org.summertrip.local.Home;
import org.summertrip.local.Service;
import org.summertrip.stores.Store;
import org.summertrip.stores.process.RunFile;

/** {@code deploy/status}: what runs, where, how big, and whether it says that it is well. */
final class Status {

    private static final String UP = StatusTable.UP;
    private static final String NOT_READY = "NOT READY";

    private final Health health = new Health();
    private final Home home;

    Status(Home home) {
        this.home = home;
    }

    /** @return the exit code: 0 if all is up */
    int print(Consumer<String> output) throws InterruptedException {
        StatusTable table = table();
        output.accept(home.directory().toString());
        table.lines().forEach(output);
        return table.isAllUp() ? 0 : 1;
    }

    StatusTable table() throws InterruptedException {
        var rows = new ArrayList<StatusTable.Row>();
        rows.add(launcher());
        for (Store store : Store.values()) {
            rows.add(row(store.displayName(), home.storeRunFile(store.id()), Status::storeState));
        }
        for (Service service : Service.values()) {
            rows.add(row(service.id(), home.runFile(service), port -> state(service, port)));
        }
        return new StatusTable(List.copyOf(rows));
    }

    private interface Question {
        String ask(int port) throws InterruptedException;
    }

    /** It alone restarts what dies, and without it nobody notices. Its own family is everything else. */
    private StatusTable.Row launcher() {
        return home.launcher()
                .map(process -> new StatusTable.Row("launcher", process.pid(), 0, Memory.of(process), UP))
                .orElse(StatusTable.Row.absent("launcher"));
    }

    private static StatusTable.Row row(String name, Path runFile, Question question) throws InterruptedException {
        Optional<RunFile> run = RunFile.read(runFile);
        Optional<ProcessHandle> process = run.flatMap(RunFile::process);
        if (process.isEmpty()) {
            return StatusTable.Row.absent(name);
        }
        int port = run.get().port();
        return new StatusTable.Row(name, process.get().pid(), port, Memory.ofFamily(process.get()), question.ask(port));
    }

    private static String storeState(int port) {
        return Health.listens(port) ? UP : NOT_READY;
    }

    /** The gateway's readiness is on a port that only its launcher knows; its public health says more anyway. */
    private String state(Service service, int port) throws InterruptedException {
        if (service != Service.GATEWAY) {
            return health.readiness(port).isUp() ? UP : NOT_READY;
        }
        Health.Reply reply = health.get(URI.create("http://127.0.0.1:" + port + "/health"));
        if (reply.isWhollyUp()) {
            return UP;
        }
        return reply.isUp() ? "DEGRADED" : NOT_READY;
    }
}
