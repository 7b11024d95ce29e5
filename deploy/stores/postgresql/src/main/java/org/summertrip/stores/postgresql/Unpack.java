package org.summertrip.stores.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * {@code Unpack <jar> <directory>}: decompresses the archive in Java, because xz is often not installed, and leaves
 * links and modes to tar, which always is.
 */
public final class Unpack {

    private Unpack() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (InputStream archive = archiveIn(Path.of(args[0]))) {
            // --no-same-owner: root would otherwise restore the packager's user id
            Process tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-f", "-", "-C", args[1])
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream pipe = tar.getOutputStream()) {
                archive.transferTo(pipe);
            }
            System.exit(tar.waitFor());
        }
    }

    private static InputStream archiveIn(Path jar) throws IOException {
        var entries = new ZipInputStream(Files.newInputStream(jar));
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return new XZInputStream(entries);
            }
        }
        throw new IOException("no .txz in " + jar);
    }
}
