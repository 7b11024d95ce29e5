package org.summertrip.gateway.pace;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Closes one connection when its client is too slow. Stands before everything else and counts bytes; a second handler after the HTTP
 * decoder tells it where requests begin and end. A request that comes in one piece, as most do, starts no timer. Answers are the
 * affair of {@link AnswerPace}. It leaves when the connection becomes a WebSocket.
 */
final class Pace extends ChannelInboundHandlerAdapter {
    private enum Phase {
        HEAD,
        BODY,
        BETWEEN
    }

    private final Limits limits;
    private final Marks marks = new Marks();
    private ChannelHandlerContext decoder;
    private Phase phase = Phase.HEAD;
    private long since;
    private long bytes;
    private Future<?> timer;

    Pace(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        enter(Phase.HEAD);
        context.fireChannelActive();
        watch(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (decoder == null) {
            findDecoder(context);
        } else if (decoder.isRemoved()) {
            leave(context, message);
            return;
        }
        if (phase == Phase.BETWEEN) {
            enter(Phase.HEAD);
        }
        if (message instanceof ByteBuf read) {
            bytes += read.readableBytes();
        }
        context.fireChannelRead(message);
        watch(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    /** With TLS it is there only after the handshake. */
    private void findDecoder(ChannelHandlerContext context) {
        decoder = context.pipeline().context(HttpRequestDecoder.class);
        if (decoder != null) {
            context.pipeline().addAfter(decoder.name(), null, marks);
        }
    }

    /** What comes now are frames of a WebSocket. */
    private void leave(ChannelHandlerContext context, Object message) {
        cancel();
        context.pipeline().remove(marks);
        context.fireChannelRead(message);
        context.pipeline().remove(this);
    }

    private void enter(Phase next) {
        phase = next;
        since = System.nanoTime();
        bytes = 0;
    }

    private void watch(ChannelHandlerContext context) {
        if (timer == null && phase != Phase.BETWEEN) {
            schedule(context, allowed());
        }
    }

    private void schedule(ChannelHandlerContext context, long nanos) {
        timer = context.executor().schedule(() -> check(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        timer = null;
        if (phase == Phase.BETWEEN || !context.channel().isActive()) {
            return;
        }
        long left = since + allowed() - System.nanoTime();
        // A service that takes the body slowly makes us read no further, and that is not the client's fault.
        boolean ours = phase == Phase.BODY && !context.channel().config().isAutoRead();
        if (left > 0) {
            schedule(context, left);
        } else if (ours) {
            schedule(context, limits.bodyGrace());
        } else {
            limits.cutOff().accept(phase == Phase.HEAD ? "head" : "body");
            context.close();
        }
    }

    private long allowed() {
        return phase == Phase.HEAD
                ? limits.headWithin()
                : limits.bodyGrace() + (long) (bytes * limits.bodyNanosPerByte());
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Where requests begin and end. */
    private final class Marks extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                enter(Phase.BODY);
            }
            if (message instanceof LastHttpContent) {
                enter(Phase.BETWEEN);
            }
            context.fireChannelRead(message);
        }
    }

    /** What is allowed, in nanoseconds, and who is told whether a head, a body or an answer was too slow. */
    record Limits(
            long headWithin,
            long bodyGrace,
            double bodyNanosPerByte,
            long answerGrace,
            double answerNanosPerByte,
            Consumer<String> cutOff) {
        static Limits of(PaceConfig config, Consumer<String> cutOff) {
            return new Limits(
                    config.headWithin().toNanos(),
                    config.bodyGrace().toNanos(),
                    nanosPerByte(config.bodyBytesPerSecond()),
                    config.answerGrace().toNanos(),
                    nanosPerByte(config.answerBytesPerSecond()),
                    cutOff);
        }

        private static double nanosPerByte(int bytesPerSecond) {
            return (double) Duration.ofSeconds(1).toNanos() / bytesPerSecond;
        }

        long nanosToAnswer(long bytes) {
            return (long) (bytes * answerNanosPerByte);
        }
    }
}
