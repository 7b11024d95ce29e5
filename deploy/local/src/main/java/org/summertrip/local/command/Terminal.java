package org.summertrip.local.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The terminal, spoken to in UTF-8: what {@code System.out} makes of a POSIX locale turns every accent into a question mark. */
final class Terminal {
    private Terminal() {}

    static PrintStream output() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
