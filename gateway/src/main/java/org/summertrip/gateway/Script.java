package org.summertrip.gateway;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;

/** A script in Redis, loaded when it is first run and again after Redis has lost it. */
public final class Script {
    private final Lane redis;
    private final String text;
    private volatile Future<String> loaded;

    public Script(Lane redis, String text) {
        this.redis = redis;
        this.text = text;
    }

    public Future<Response> run(List<String> keys, List<?> arguments) {
        Future<String> digest = loaded;
        if (digest == null || digest.failed()) {
            digest = redis.send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(text))
                    .map(Response::toString);
            loaded = digest;
        }
        return digest.compose(sha -> redis.send(request(sha, keys, arguments))).onFailure(failure -> loaded = null);
    }

    private static Request request(String sha, List<String> keys, List<?> arguments) {
        Request request = Request.cmd(Command.EVALSHA).arg(sha).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(argument -> request.arg(String.valueOf(argument)));
        return request;
    }
}
