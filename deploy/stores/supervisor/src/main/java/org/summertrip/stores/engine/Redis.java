package org.summertrip.stores.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.summertrip.stores.process.Obstacle;
import org.summertrip.stores.process.PrivateFiles;
import org.summertrip.stores.process.UserCache;
import org.summertrip.stores.wire.Answer;
import org.summertrip.stores.wire.RedisConnection;

/** Redis: one static binary out of a jar, one configuration file. */
public final class Redis implements Engine {

    private static final String PASSWORD = "REDIS_PASSWORD";

    @Override
    public String folder() {
        return "redis";
    }

    @Override
    public void prepare(Site site) throws IOException {
        PrivateFiles.write(site.configuration().resolve("redis.conf"), """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                daemonize no
                # everything that was acknowledged survives a kill; a second of it may not survive the machine
                appendonly yes
                appendfsync %s
                save ""
                """.formatted(
                        site.port(), site.secrets().get(PASSWORD), site.data(), site.fast() ? "no" : "everysec"));
    }

    @Override
    public Launch launch(Site site) throws IOException, InterruptedException {
        return Launch.of(List.of(
                server(site).toString(),
                site.configuration().resolve("redis.conf").toString()));
    }

    private static Path server(Site site) throws IOException, InterruptedException {
        Path jar = site.installation().classPath("redis").get(0);
        return UserCache.directory(
                        site.cache(),
                        jar.getFileName().toString().replace(".jar", ""),
                        directory -> unpack(jar, directory))
                .resolve("redis-server");
    }

    private static void unpack(Path jar, Path directory) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(each -> each.getName().startsWith("redis-server-"))
                    .filter(each -> each.getName().endsWith(platform()))
                    .findFirst()
                    .orElseThrow(() -> new Obstacle("There is no Redis for " + platform() + " in " + jar));
            Path server = directory.resolve("redis-server");
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, server);
            }
            if (!server.toFile().setExecutable(true)) {
                throw new Obstacle("Cannot make " + server + " executable.");
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        return system + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-amd64");
    }

    @Override
    public Answer ask(Site site) {
        return Answer.to(() -> {
            try (var redis = new RedisConnection(site.port())) {
                redis.login(site.secrets().get(PASSWORD));
                return redis.command("PING");
            }
        });
    }

    @Override
    public Map<String, String> environment(Site site) {
        String password = site.secrets().get(PASSWORD);
        return Map.of("REDIS_HOSTS", "redis://:" + password + "@127.0.0.1:" + site.port() + "/0", PASSWORD, password);
    }
}
