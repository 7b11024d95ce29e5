package org.summertrip.stores.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The little of the native protocol, version 4, that it takes to authenticate, alter a role and ask for one value. */
public final class CqlConnection implements Closeable {

    private static final int REQUEST = 0x04;
    private static final int STARTUP = 0x01;
    private static final int QUERY = 0x07;
    private static final int AUTH_RESPONSE = 0x0F;
    private static final int ERROR = 0x00;
    private static final int READY = 0x02;
    private static final int BAD_CREDENTIALS = 0x0100;
    private static final int CONSISTENCY_ONE = 1;
    private static final int ROWS = 2;
    private static final int GLOBAL_TABLE = 1;

    private final Connection connection;

    public CqlConnection(int port) throws IOException {
        connection = new Connection(port);
    }

    public void login(String user, String password) throws IOException {
        Frame answer = ask(STARTUP, body -> {
            body.writeShort(1);
            body.writeUTF("CQL_VERSION");
            body.writeUTF("3.0.0");
        });
        if (answer.opcode == READY) {
            throw new IOException("lets anyone in without a password");
        }
        byte[] token = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        ask(AUTH_RESPONSE, body -> {
            body.writeInt(token.length);
            body.write(token);
        });
    }

    /** The first value of the first row as text, null if there is none. */
    public String query(String cql) throws IOException {
        byte[] text = cql.getBytes(StandardCharsets.UTF_8);
        DataInputStream result = ask(QUERY, body -> {
                    body.writeInt(text.length);
                    body.write(text);
                    body.writeShort(CONSISTENCY_ONE);
                    body.writeByte(0);
                })
                .body();
        if (result.readInt() != ROWS) {
            return null;
        }
        skipMetadata(result);
        if (result.readInt() == 0) {
            return null;
        }
        int length = result.readInt();
        return length < 0 ? null : new String(result.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void skipMetadata(DataInputStream result) throws IOException {
        int flags = result.readInt();
        int columns = result.readInt();
        boolean global = (flags & GLOBAL_TABLE) != 0;
        if (global) {
            result.readUTF();
            result.readUTF();
        }
        for (int column = 0; column < columns; column++) {
            if (!global) {
                result.readUTF();
                result.readUTF();
            }
            result.readUTF();
            result.readShort();
        }
    }

    private Frame ask(int opcode, Body content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        var frame = new ByteArrayOutputStream();
        var header = new DataOutputStream(frame);
        header.writeByte(REQUEST);
        header.writeByte(0);
        header.writeShort(0);
        header.writeByte(opcode);
        header.writeInt(bytes.size());
        bytes.writeTo(frame);
        frame.writeTo(connection.out);
        return answer();
    }

    private Frame answer() throws IOException {
        connection.read(4);
        int opcode = connection.in.readUnsignedByte();
        var answer = new Frame(opcode, connection.read(connection.in.readInt()));
        if (opcode == ERROR) {
            DataInputStream error = answer.body();
            int code = error.readInt();
            String message = error.readUTF();
            throw code == BAD_CREDENTIALS
                    ? new RefusedException(message)
                    : new IOException("error 0x%04x %s".formatted(code, message));
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private record Frame(int opcode, byte[] content) {
        DataInputStream body() {
            return new DataInputStream(new ByteArrayInputStream(content));
        }
    }
}
