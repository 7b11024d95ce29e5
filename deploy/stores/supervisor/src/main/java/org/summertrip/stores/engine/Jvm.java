package org.summertrip.stores.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.summertrip.stores.process.JavaHome;

/**
 * A JVM for one engine, as small as it can be. Its options are in an argument file: class paths of a hundred and fifty
 * jars make command lines that some systems refuse and nobody can read.
 */
final class Jvm {

    private final List<String> options = new ArrayList<>();
    private final JavaHome home;
    private final Site site;

    Jvm(JavaHome home, Site site) {
        this.home = home;
        this.site = site;
        options("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8");
        // native libraries are unpacked there; a shared /tmp collects them, and may be mounted noexec
        options("-Djava.io.tmpdir=" + site.temporary());
        if (site.fast()) {
            options("-XX:TieredStopAtLevel=1");
        }
    }

    Jvm options(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    Jvm opens(String module, String... packages) {
        Arrays.stream(packages).forEach(name -> options("--add-opens=" + module + "/" + name + "=ALL-UNNAMED"));
        return this;
    }

    Jvm exports(String module, String... packages) {
        Arrays.stream(packages).forEach(name -> options("--add-exports=" + module + "/" + name + "=ALL-UNNAMED"));
        return this;
    }

    Launch main(String mainClass, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<Path> classPath = classPath();
        ClassArchive archive = ClassArchive.of(site.engine(), site.cache(), home, classPath);
        options(archive.option(), "-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr");
        options("-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        Path file = site.configuration().resolve("java.args");
        Files.write(file, options.stream().map(Jvm::quoted).toList());
        var command = new ArrayList<>(List.of(home.java().toString(), "@" + file, mainClass));
        command.addAll(Arrays.asList(arguments));
        return new Launch(command, environment, archive::keep);
    }

    private List<Path> classPath() throws IOException, InterruptedException {
        var classPath = new ArrayList<Path>();
        classPath.add(
                EngineJar.of(site.engine(), site.cache(), site.installation().classes(site.engine())));
        classPath.addAll(site.installation().classPath(site.engine()));
        return classPath;
    }

    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
