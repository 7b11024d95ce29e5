package org.summertrip.kit.page;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.secret.Seal;

/**
 * Writes and reads cursors: the position of the last item (its sort keys), signed with HMAC-SHA-256 over the position and the
 * name of the list. A name that includes the filters and, where lists are personal, the caller makes a cursor worthless
 * anywhere else. Signed rather than encrypted: positions are values that the page has just shown.
 */
@Singleton
public class Cursors {
    private static final int SIGNATURE_BYTES = 16;

    private final Seal seal;

    public Cursors(Seal seal) {
        this.seal = seal;
    }

    /**
     * Cuts a page out of rows of which one more was read than is wanted: that one tells whether there is a next page.
     *
     * @param rows up to {@code limit + 1} rows
     * @param position the sort keys of a row, as text
     */
    public <R> Page<R> page(String list, List<R> rows, int limit, Function<R, List<String>> position) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<R> items = rows.subList(0, limit);
        return new Page<>(items, write(list, position.apply(items.get(limit - 1))));
    }

    /** The cursor that continues after this position. */
    public String write(String list, List<String> position) {
        byte[] body = pack(position);
        byte[] signed = Arrays.copyOf(body, body.length + SIGNATURE_BYTES);
        System.arraycopy(sign(list, body), 0, signed, body.length, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /**
     * The position that a cursor of this list holds, or an empty list for no cursor.
     *
     * @param keys how many sort keys the list has
     * @throws ProblemException 400 when the cursor was not written for this list
     */
    public List<String> read(String list, String cursor, int keys) {
        if (cursor == null) {
            return List.of();
        }
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            byte[] body = Arrays.copyOf(signed, signed.length - SIGNATURE_BYTES);
            byte[] signature = Arrays.copyOfRange(signed, body.length, signed.length);
            List<String> position = MessageDigest.isEqual(signature, sign(list, body)) ? unpack(body) : List.of();
            if (position.size() == keys) {
                return position;
            }
        } catch (IllegalArgumentException | NegativeArraySizeException | UncheckedIOException unreadable) {
            throw new ProblemException(CommonError.INVALID_CURSOR);
        }
        throw new ProblemException(CommonError.INVALID_CURSOR);
    }

    private byte[] sign(String list, byte[] body) {
        return Arrays.copyOf(seal.digest("cursor:" + list, body), SIGNATURE_BYTES);
    }

    private static byte[] pack(List<String> position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(position.size());
            for (String value : position) {
                out.writeUTF(value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<String> unpack(byte[] body) {
        List<String> position = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                position.add(in.readUTF());
            }
        } catch (IOException truncated) {
            throw new UncheckedIOException(truncated);
        }
        return position;
    }
}
