package org.summertrip.files.scan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.net.NetSocket;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.summertrip.files.objects.ByteSource;

/** One INSTREAM conversation with clamd: chunks with their lengths before them, a length of nothing, then its verdict. */
final class ClamdSession {
    private static final Buffer COMMAND = Buffer.buffer("zINSTREAM\0");

    private final NetSocket socket;
    private final ByteSource content;
    private final StringBuilder heard = new StringBuilder();
    private final CompletableFuture<String> verdict = new CompletableFuture<>();

    ClamdSession(NetSocket socket, ByteSource content) {
        this.socket = socket;
        this.content = content;
    }

    Uni<String> scan() {
        socket.handler(this::hear);
        socket.exceptionHandler(verdict::completeExceptionally);
        socket.closeHandler(() -> verdict.completeExceptionally(new EOFException("clamd hung up")));
        return socket.write(COMMAND)
                .flatMap(begun -> sendAll())
                .flatMap(sent -> socket.write(Buffer.buffer().appendInt(0)))
                // It may have said no and hung up while there was more to send: then that is the answer.
                .onFailure()
                .recoverWithNull()
                .flatMap(ended -> Uni.createFrom().completionStage(verdict))
                .eventually(() -> socket.close().onFailure().recoverWithNull());
    }

    private void hear(Buffer bytes) {
        heard.append(bytes.toString(StandardCharsets.US_ASCII));
        int end = heard.indexOf("\0");
        if (end >= 0) {
            verdict.complete(heard.substring(0, end).strip());
        }
    }

    /** As fast as clamd takes it: a write completes when the socket has taken its bytes. */
    private Uni<Void> sendAll() {
        return Multi.createBy()
                .repeating()
                .uni(this::sendChunk)
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> sendChunk() {
        if (content.isAtEnd() || verdict.isDone()) {
            return Uni.createFrom().item(false);
        }
        return content.next()
                .flatMap(chunk ->
                        socket.write(Buffer.buffer().appendInt(chunk.length()).appendBytes(chunk.getBytes())))
                .replaceWith(true);
    }
}
