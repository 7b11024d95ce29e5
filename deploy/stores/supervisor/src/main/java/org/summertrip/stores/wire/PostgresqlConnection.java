package org.summertrip.stores.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The little of the frontend/backend protocol that it takes to authenticate with SCRAM and ask for one value. */
public final class PostgresqlConnection implements Closeable {

    private static final int PROTOCOL_3 = 196_608;
    private static final int SASL = 10;
    private static final int SASL_CONTINUE = 11;
    private static final int SASL_FINAL = 12;
    private static final int OK = 0;

    private final Connection connection;

    public PostgresqlConnection(int port) throws IOException {
        connection = new Connection(port);
    }

    public void login(String database, String user, String password) throws IOException {
        byte[] parameters = ("user\0" + user + "\0database\0" + database + "\0\0").getBytes(StandardCharsets.UTF_8);
        connection.out.writeInt(parameters.length + 8);
        connection.out.writeInt(PROTOCOL_3);
        connection.out.write(parameters);
        Scram scram = new Scram(password);
        for (Message message = read(); message.type != 'Z'; message = read()) {
            if (message.type == 'R') {
                authenticate(message.body(), scram);
            }
        }
    }

    private void authenticate(DataInputStream request, Scram scram) throws IOException {
        int kind = request.readInt();
        switch (kind) {
            case SASL -> {
                byte[] first = scram.first().getBytes(StandardCharsets.UTF_8);
                var body = new ByteArrayOutputStream();
                body.writeBytes("SCRAM-SHA-256\0".getBytes(StandardCharsets.US_ASCII));
                body.writeBytes(new byte[] {0, 0, 0, (byte) first.length});
                body.writeBytes(first);
                send('p', body.toByteArray());
            }
            case SASL_CONTINUE ->
                send('p', scram.last(text(request.readAllBytes())).getBytes(StandardCharsets.UTF_8));
            case OK -> scram.requireFinished();
            case SASL_FINAL -> scram.finished();
            default -> throw new IOException("asks for authentication of kind " + kind + " instead of scram-sha-256");
        }
    }

    /** The first value of the first row, null if there is none. */
    public String query(String sql) throws IOException {
        send('Q', (sql + "\0").getBytes(StandardCharsets.UTF_8));
        String value = null;
        for (Message message = read(); message.type != 'Z'; message = read()) {
            if (message.type == 'D' && value == null) {
                DataInputStream row = message.body();
                row.readShort();
                int length = row.readInt();
                value = length < 0 ? null : text(row.readNBytes(length));
            }
        }
        return value;
    }

    private Message read() throws IOException {
        char type = (char) connection.in.readByte();
        byte[] content = connection.read(connection.in.readInt() - 4);
        if (type == 'E') {
            throw error(text(content));
        }
        return new Message(type, content);
    }

    /** Fields are a letter and a text each: C is the code, M the message. */
    private static IOException error(String fields) {
        String code = "";
        String message = "";
        for (String field : fields.split("\0")) {
            if (field.startsWith("C")) {
                code = field.substring(1);
            } else if (field.startsWith("M")) {
                message = field.substring(1);
            }
        }
        boolean refused = code.startsWith("28") || code.startsWith("3D");
        return refused ? new RefusedException(message) : new IOException(code + " " + message);
    }

    private void send(char type, byte[] body) throws IOException {
        connection.out.writeByte(type);
        connection.out.writeInt(body.length + 4);
        connection.out.write(body);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private record Message(char type, byte[] content) {
        DataInputStream body() {
            return new DataInputStream(new ByteArrayInputStream(content));
        }
    }
}
