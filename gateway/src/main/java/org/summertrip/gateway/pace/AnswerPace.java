package org.summertrip.gateway.pace;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes one connection when its client takes what it is answered too slowly. Measures only while bytes wait here for the client: that
 * a service is slow is not the client's fault. What the system has taken counts as read, because nobody tells how much of it has
 * arrived; hence a client that keeps the pace is never cut off, and one that does not is cut off later, the more the system holds.
 */
final class AnswerPace extends ChannelDuplexHandler {
    /** As much as the system may hold for one connection. More is no credit: a good beginning does not excuse standing still. */
    private static final long HELD_BY_SYSTEM = 2L << 20;

    private final Pace.Limits limits;
    private long given;
    private long counted;
    private long deadline;
    private Future<?> timer;

    AnswerPace(Pace.Limits limits) {
        this.limits = limits;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            given += bytes.readableBytes();
        } else if (message instanceof FileRegion file) {
            given += file.count();
        }
        context.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (timer == null && waiting(context) > 0) {
            deadline = System.nanoTime() + limits.answerGrace();
            schedule(context, limits.answerGrace());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
        }
        context.fireChannelInactive();
    }

    private void check(ChannelHandlerContext context) {
        timer = null;
        long waiting = waiting(context);
        long now = System.nanoTime();
        long taken = given - waiting;
        deadline = Math.min(
                deadline + limits.nanosToAnswer(taken - counted),
                now + limits.answerGrace() + limits.nanosToAnswer(HELD_BY_SYSTEM));
        counted = taken;
        if (waiting > 0 && now < deadline) {
            schedule(context, Math.min(deadline - now, limits.answerGrace()));
        } else if (waiting > 0 && isHttp(context)) {
            limits.cutOff().accept("answer");
            context.close();
        }
    }

    /** WebSockets have a rule of their own. */
    private static boolean isHttp(ChannelHandlerContext context) {
        return context.pipeline().get(HttpRequestDecoder.class) != null;
    }

    private static long waiting(ChannelHandlerContext context) {
        ChannelOutboundBuffer queue = context.channel().unsafe().outboundBuffer();
        return queue == null ? 0 : queue.totalPendingWriteBytes();
    }

    private void schedule(ChannelHandlerContext context, long nanos) {
        timer = context.executor().schedule(() -> check(context), nanos, TimeUnit.NANOSECONDS);
    }
}
