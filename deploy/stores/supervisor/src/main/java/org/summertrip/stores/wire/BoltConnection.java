package org.summertrip.stores.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The little of Bolt 5.0 that it takes to authenticate and ask for one text. */
public final class BoltConnection implements Closeable {

    private static final int MAGIC = 0x6060B017;
    private static final int BOLT_5_0 = 0x00000005;
    private static final int HELLO = 0x01;
    private static final int RUN = 0x10;
    private static final int PULL = 0x3F;
    private static final int SUCCESS = 0x70;
    private static final int RECORD = 0x71;
    private static final int FAILURE = 0x7F;

    private final Connection connection;

    public BoltConnection(int port) throws IOException {
        connection = new Connection(port);
        try {
            connection.out.writeInt(MAGIC);
            connection.out.writeInt(BOLT_5_0);
            connection.out.write(new byte[12]);
            int version = connection.in.readInt();
            if (version != BOLT_5_0) {
                throw new IOException("does not speak Bolt 5.0 but 0x%08x".formatted(version));
            }
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    public void login(String user, String password) throws IOException {
        send(
                HELLO,
                map(Map.of(
                        "user_agent",
                        "summer-trip-stores/1",
                        "scheme",
                        "basic",
                        "principal",
                        user,
                        "credentials",
                        password)));
        read();
    }

    /** The first value of the first row, if it is a text; null otherwise. */
    public String query(String cypher) throws IOException {
        send(RUN, string(cypher), map(Map.of()), map(Map.of()));
        read();
        // {n: -1}, all rows
        send(PULL, new byte[] {(byte) 0xA1, (byte) 0x81, 'n', (byte) 0xFF});
        String value = null;
        for (byte[] message = read(); type(message) == RECORD; message = read()) {
            value = value == null ? firstText(message) : value;
        }
        return value;
    }

    private static int type(byte[] message) {
        return message[1] & 0xFF;
    }

    /** A record is a structure (2 bytes) with a list (1 byte, being short) of values. */
    private static String firstText(byte[] record) {
        int marker = record[3] & 0xFF;
        if (marker >> 4 == 0x8) {
            return new String(record, 4, marker & 0xF, StandardCharsets.UTF_8);
        }
        return marker == 0xD0 ? new String(record, 5, record[4] & 0xFF, StandardCharsets.UTF_8) : null;
    }

    private void send(int type, byte[]... fields) throws IOException {
        var message = new ByteArrayOutputStream();
        message.write(0xB0 + fields.length);
        message.write(type);
        for (byte[] field : fields) {
            message.writeBytes(field);
        }
        connection.out.writeShort(message.size());
        message.writeTo(connection.out);
        connection.out.writeShort(0);
    }

    private byte[] read() throws IOException {
        var message = new ByteArrayOutputStream();
        int chunk = connection.in.readUnsignedShort();
        while (chunk > 0 || message.size() == 0) { // an empty chunk before a message is a sign of life
            message.writeBytes(connection.read(chunk));
            chunk = connection.in.readUnsignedShort();
        }
        byte[] bytes = message.toByteArray();
        if (type(bytes) == FAILURE) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            throw text.contains("Neo.ClientError.Security.") ? new RefusedException(text) : new IOException(text);
        }
        if (type(bytes) != SUCCESS && type(bytes) != RECORD) {
            throw new IOException("answers with message 0x%02x".formatted(type(bytes)));
        }
        return bytes;
    }

    private static byte[] map(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0xA0 + entries.size());
        entries.forEach((key, value) -> {
            bytes.writeBytes(string(key));
            bytes.writeBytes(string(value));
        });
        return bytes.toByteArray();
    }

    private static byte[] string(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(0xD1);
        bytes.write(content.length >> 8);
        bytes.write(content.length);
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
