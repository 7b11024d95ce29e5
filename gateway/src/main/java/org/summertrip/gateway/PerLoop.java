package org.summertrip.gateway;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * One of a kind for each event loop. A connection belongs to the loop that made it, and Vert.x' pools hand out whichever is free: a
 * request would wake another thread for every step, which costs more than the step. With these it stays on the thread where it came in.
 */
public final class PerLoop<T> {
    private final Vertx vertx;
    private final Supplier<T> maker;
    private final Map<EventLoop, T> made = new ConcurrentHashMap<>();

    public PerLoop(Vertx vertx, Supplier<T> maker) {
        this.vertx = vertx;
        this.maker = maker;
    }

    /** The present loop's; elsewhere that of the loop on which its answers will be heard. */
    public T get() {
        EventLoop loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
        return made.computeIfAbsent(loop, first -> maker.get());
    }

    public Collection<T> all() {
        return made.values();
    }

    /** How many loops there are. */
    public static int loops(Vertx vertx) {
        Iterable<EventExecutor> loops = ((VertxInternal) vertx).getEventLoopGroup();
        return (int) StreamSupport.stream(loops.spliterator(), false).count();
    }
}
