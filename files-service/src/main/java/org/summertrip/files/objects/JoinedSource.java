package org.summertrip.files.objects;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Several sources one after the other, each opened when its turn comes. */
public final class JoinedSource implements ByteSource {
    private final long length;
    private final Iterator<Supplier<Uni<ByteSource>>> rest;
    private ByteSource current;

    /** Joins sources that have so many bytes together, or a negative number if that is not known. */
    public JoinedSource(long length, List<Supplier<Uni<ByteSource>>> sources) {
        this.length = length;
        this.rest = List.copyOf(sources).iterator();
    }

    /** A few bytes that are known already. */
    public static Supplier<Uni<ByteSource>> bytes(Buffer bytes) {
        return () -> Uni.createFrom().item(new Bytes(bytes));
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isAtEnd() {
        return !rest.hasNext() && (current == null || current.isAtEnd());
    }

    @Override
    public Uni<Buffer> next() {
        if (current != null && !current.isAtEnd()) {
            return current.next();
        }
        close();
        return rest.next().get().flatMap(opened -> {
            current = opened;
            return opened.next();
        });
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
    }

    private static final class Bytes implements ByteSource {
        private final Buffer bytes;
        private boolean read;

        private Bytes(Buffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length();
        }

        @Override
        public boolean isAtEnd() {
            return read;
        }

        @Override
        public Uni<Buffer> next() {
            read = true;
            return Uni.createFrom().item(bytes);
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
