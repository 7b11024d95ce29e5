package org.summertrip.stores.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How much memory a process and its children have, for people. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** In MB, of the process alone: PostgreSQL's children share most of theirs with it. */
    public static String of(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return Long.parseLong(kilobytes) / 1024 + " MB";
        } catch (IOException | NumberFormatException noSuchCommandOrProcess) {
            return "?";
        }
    }
}
