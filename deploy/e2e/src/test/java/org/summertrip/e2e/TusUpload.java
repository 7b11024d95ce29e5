package org.summertrip.e2e;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A resumable upload by hand: each request through the door that the test names. */
final class TusUpload {
    private final Traveller owner;
    private final byte[] content;
    private final String path;

    private TusUpload(Traveller owner, byte[] content, String path) {
        this.owner = owner;
        this.content = content;
        this.path = path;
    }

    static TusUpload begin(Door door, Traveller owner, String filename, byte[] content) {
        String name = Base64.getEncoder().encodeToString(filename.getBytes(StandardCharsets.UTF_8));
        Door.Answer created = door.asks(
                        "POST",
                        owner,
                        "/files/uploads",
                        BodyPublishers.noBody(),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Integer.toString(content.length),
                        "Upload-Metadata",
                        "filename " + name)
                .mustBe(201);
        return new TusUpload(
                owner, content, created.headers().firstValue("Location").orElseThrow());
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Sends the bytes from here to there. */
    Door.Answer patch(Door door, int from, int to) {
        return patch(door, from, BodyPublishers.ofByteArray(content, from, to - from));
    }

    /** Sends what is left, as slowly as a telephone in a tunnel, until somebody ends it. */
    Door.Answer drip(Door door, int from, Drip drip) {
        return patch(door, from, BodyPublishers.ofInputStream(() -> drip.of(content, from)));
    }

    private Door.Answer patch(Door door, int from, BodyPublisher body) {
        return door.asks(
                "PATCH",
                owner,
                path,
                body,
                "Tus-Resumable",
                "1.0.0",
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                Integer.toString(from));
    }

    /** Where it stands. */
    int offset(Door door) {
        return (int) door.asks("HEAD", owner, path, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0")
                .mustBe(200)
                .headers()
                .firstValueAsLong("Upload-Offset")
                .orElseThrow();
    }

    /** Sends all that is left, piece by piece; whoever died with it may hold it for seconds. */
    void finish(Door door, int piece) {
        for (int at = offset(door); at < content.length; at = offset(door)) {
            int from = at;
            int to = Math.min(from + piece, content.length);
            JourneyIT.soon().until(() -> patch(door, from, to).status() == 204);
        }
    }

    /** How many bytes count as the owner's. */
    long used(Door door) {
        return door.get(owner, "/files/usage")
                .mustBe(200)
                .json()
                .path("usedBytes")
                .asLong();
    }

    /** When a slow upload is well under way, and when it is over. */
    record Drip(CountDownLatch underWay, CountDownLatch over) {
        private static final int DROP = 4_096;

        Drip() {
            this(new CountDownLatch(40), new CountDownLatch(1));
        }

        private InputStream of(byte[] content, int from) {
            return new InputStream() {
                private int at = from;

                @Override
                public int read() {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    if (isOver() || at == content.length) {
                        return -1;
                    }
                    int drop = Math.min(Math.min(DROP, length), content.length - at);
                    System.arraycopy(content, at, bytes, offset, drop);
                    at += drop;
                    underWay.countDown();
                    return drop;
                }
            };
        }

        private boolean isOver() {
            try {
                return over.await(10, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }
}
