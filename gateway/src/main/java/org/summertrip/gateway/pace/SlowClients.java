package org.summertrip.gateway.pace;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/**
 * Gives every new connection its {@link Pace} and {@link AnswerPace}. Neither Quarkus nor Vert.x 4 has a timeout for the head of a request or a place to put
 * a handler of one's own (Quarkus takes the server's connection handler for {@code max-connections}), so that it is hung on
 * the listening channel itself, as soon as that listens.
 */
@Singleton
public class SlowClients {
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final Pace.Limits limits;

    public SlowClients(Vertx vertx, PaceConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.meters = meters;
        this.limits = Pace.Limits.of(config, this::count);
    }

    void watch(@ObservesAsync HttpServerStart started) {
        watchListeners();
    }

    void watchEncrypted(@ObservesAsync HttpsServerStart started) {
        watchListeners();
    }

    private void count(String part) {
        meters.counter("gateway.clients.cut.off", "slow", part).increment();
    }

    private void watchListeners() {
        for (EventExecutor acceptor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            acceptor.execute(() -> ((SingleThreadEventLoop) acceptor)
                    .registeredChannelsIterator()
                    .forEachRemaining(this::watch));
        }
    }

    private void watch(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(Accepting.class) == null) {
            channel.pipeline().addFirst(new Accepting(limits));
        }
    }

    /** What a listening channel reads are connections. */
    @Sharable
    private static final class Accepting extends ChannelInboundHandlerAdapter {
        private final Pace.Limits limits;

        private Accepting(Pace.Limits limits) {
            this.limits = limits;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            ((Channel) connection).pipeline().addLast(new Pace(limits), new AnswerPace(limits));
            context.fireChannelRead(connection);
        }
    }
}
