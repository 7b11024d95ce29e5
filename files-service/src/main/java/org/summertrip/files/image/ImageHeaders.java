package org.summertrip.files.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the headers of PNG, GIF, BMP, WebP and JPEG. Written out because it must bear any bytes, and native images. */
public final class ImageHeaders {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;

    private ImageHeaders() {}

    /** The header of a picture that begins with these bytes, if it is one and all of its header is there. */
    public static Optional<ImageHeader> read(byte[] bytes, int length) {
        try {
            return parse(ByteBuffer.wrap(bytes, 0, length).slice())
                    .filter(header ->
                            header.stored().width() > 0 && header.stored().height() > 0);
        } catch (IndexOutOfBoundsException cutOff) {
            return Optional.empty();
        }
    }

    private static Optional<ImageHeader> parse(ByteBuffer image) {
        if (image.remaining() < 26) {
            return Optional.empty();
        }
        if (image.getLong(0) == PNG) {
            return upright(image.getInt(16), image.getInt(20));
        }
        if (image.getShort(0) == (short) 0xFFD8) {
            return jpeg(image);
        }
        ByteBuffer little = image.order(ByteOrder.LITTLE_ENDIAN);
        if (isText(image, 0, "GIF8")) {
            return upright(unsigned(little, 6), unsigned(little, 8));
        }
        if (isText(image, 0, "BM")) {
            return upright(little.getInt(18), Math.abs(little.getInt(22)));
        }
        return isText(image, 0, "RIFF") && isText(image, 8, "WEBP") ? webp(little) : Optional.empty();
    }

    private static Optional<ImageHeader> webp(ByteBuffer image) {
        if (isText(image, 12, "VP8X")) {
            return upright(1 + (image.getInt(24) & 0xFFFFFF), 1 + (image.getInt(27) & 0xFFFFFF));
        }
        if (isText(image, 12, "VP8L")) {
            int packed = image.getInt(21);
            return upright(1 + (packed & 0x3FFF), 1 + (packed >>> 14 & 0x3FFF));
        }
        return isText(image, 12, "VP8 ")
                ? upright(unsigned(image, 26) & 0x3FFF, unsigned(image, 28) & 0x3FFF)
                : Optional.empty();
    }

    /** Goes from segment to segment until the one that starts the frame. */
    private static Optional<ImageHeader> jpeg(ByteBuffer image) {
        int orientation = UPRIGHT;
        int at = 2;
        while ((image.get(at) & 0xFF) == 0xFF) {
            int marker = image.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (startsFrame(marker)) {
                Dimensions stored = new Dimensions(unsigned(image, at + 7), unsigned(image, at + 5));
                return Optional.of(new ImageHeader(stored, orientation));
            }
            int length = unsigned(image, at + 2);
            if (marker == 0xE1 && length > 16 && image.getInt(at + 4) == EXIF) {
                orientation = orientation(image.slice(at + 10, length - 8));
            }
            at += 2 + Math.max(2, length);
        }
        return Optional.empty();
    }

    private static boolean startsFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** One number out of the first directory of a TIFF structure. */
    private static int orientation(ByteBuffer exif) {
        exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            int directory = exif.getInt(4);
            int entries = unsigned(exif, directory);
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (unsigned(exif, entry) == ORIENTATION) {
                    int value = unsigned(exif, entry + 8);
                    return value >= 1 && value <= 8 ? value : UPRIGHT;
                }
            }
        } catch (IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static Optional<ImageHeader> upright(int width, int height) {
        return Optional.of(new ImageHeader(new Dimensions(width, height), UPRIGHT));
    }

    private static boolean isText(ByteBuffer image, int at, String text) {
        byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < expected.length; i++) {
            if (image.get(at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static int unsigned(ByteBuffer image, int at) {
        return image.getShort(at) & 0xFFFF;
    }
}
