package org.summertrip.gateway;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** A script that Redis is asked to run by its digest, and is sent whole when it does not know it: at first, and after a restart. */
public final class Script {
    private static final String UNKNOWN = "NOSCRIPT";

    private final Function<Request, Future<Response>> redis;
    private final String text;
    private final String digest;

    /** @param redis how a command is sent */
    public Script(Function<Request, Future<Response>> redis, String text) {
        this.redis = redis;
        this.text = text;
        this.digest = digest(text);
    }

    public Future<Response> run(List<String> keys, List<?> arguments) {
        return redis.apply(request(Command.EVALSHA, digest, keys, arguments))
                .recover(failure -> String.valueOf(failure.getMessage()).startsWith(UNKNOWN)
                        ? redis.apply(request(Command.EVAL, text, keys, arguments))
                        : Future.failedFuture(failure));
    }

    private static Request request(Command command, String script, List<String> keys, List<?> arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(argument -> request.arg(String.valueOf(argument)));
        return request;
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
