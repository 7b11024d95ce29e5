package org.summertrip.stores.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The little of RESP that it takes to authenticate and give a command with a short answer. */
public final class RedisConnection implements Closeable {

    private final Connection connection;

    public RedisConnection(int port) throws IOException {
        connection = new Connection(port);
    }

    public void login(String password) throws IOException {
        command("AUTH", password);
    }

    /** The answer as text; an error as an exception. */
    public String command(String... words) throws IOException {
        var request = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            request.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        connection.out.write(request.toString().getBytes(StandardCharsets.UTF_8));
        String answer = line();
        if (answer.startsWith("-WRONGPASS") || answer.startsWith("-NOAUTH")) {
            throw new RefusedException(answer.substring(1));
        }
        if (answer.startsWith("-")) {
            throw new IOException(answer.substring(1));
        }
        if (!answer.startsWith("$")) {
            return answer.substring(1);
        }
        int length = Integer.parseInt(answer.substring(1));
        if (length < 0) {
            return null;
        }
        String text = connection.readText(length);
        line();
        return text;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = connection.in.readByte(); next != '\r'; next = connection.in.readByte()) {
            line.write(next);
        }
        connection.in.readByte();
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
