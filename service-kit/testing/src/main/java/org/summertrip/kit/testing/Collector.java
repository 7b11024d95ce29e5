package org.summertrip.kit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * A collector of traces that remembers what it was sent (OTLP over HTTP). Reads the few fields that tests ask for, so that nobody needs the
 * generated classes of the whole protocol. Fields of type {@link Collector} are filled in.
 */
public class Collector implements QuarkusTestResourceLifecycleManager {
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** Those of one trace, in the order in which they came. */
    public List<Span> of(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
        return Map.of(
                "otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.otel.bsp.schedule.delay",
                "100ms");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Collector.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        ByteBuffer request = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
        nested(
                request,
                1,
                resource -> nested(resource, 2, scope -> nested(scope, 2, span -> spans.add(Span.of(span)))));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static void nested(ByteBuffer message, int wanted, java.util.function.Consumer<ByteBuffer> each) {
        fields(message, (field, content) -> {
            if (field == wanted) {
                each.accept(content);
            }
        });
    }

    /** Every field with a length, which is all that is needed here. */
    private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> each) {
        while (message.hasRemaining()) {
            long tag = varint(message);
            switch ((int) (tag & 7)) {
                case 0 -> varint(message);
                case 1 -> message.position(message.position() + Long.BYTES);
                case 2 -> {
                    int length = (int) varint(message);
                    each.accept((int) (tag >>> 3), message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                default -> message.position(message.position() + Integer.BYTES);
            }
        }
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = message.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /**
     * A part of a trace.
     *
     * @param parentId empty where the trace begins
     */
    public record Span(String traceId, String spanId, String parentId, String name) {
        private static Span of(ByteBuffer message) {
            String[] read = {"", "", "", "", "", ""};
            fields(message, (field, content) -> {
                byte[] bytes = new byte[content.remaining()];
                content.get(bytes);
                if (field < read.length) {
                    read[field] = field == 5
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : HexFormat.of().formatHex(bytes);
                }
            });
            return new Span(read[1], read[2], read[4], read[5]);
        }
    }
}
