package org.summertrip.files.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.ImageIO;

/** Pictures, good and bad. */
public final class Pictures {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 80;

    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] transparentPng(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** The beginning of a PNG that says to be so large. */
    static byte[] pngHeader(int width, int height) {
        return ByteBuffer.allocate(64)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
    }

    /** A picture that has its red corner at the upper left when it is turned as its EXIF says, and a place in it. */
    static byte[] jpegWithExif(int orientation, String place) {
        byte[] plain = written(withRedCorner(orientation), "jpeg");
        byte[] text = place.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + text.length);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(text);
        return ByteBuffer.allocate(plain.length + exif.capacity())
                .put(plain, 0, 2)
                .put(exif.array())
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** Where the upper left corner of the upright picture is stored. */
    private static BufferedImage withRedCorner(int orientation) {
        boolean atRight = Set.of(2, 3, 7, 8).contains(orientation);
        boolean atBottom = Set.of(3, 4, 6, 7).contains(orientation);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(atRight ? WIDTH / 2 : 0, atBottom ? HEIGHT / 2 : 0, WIDTH / 2, HEIGHT / 2);
        canvas.dispose();
        return image;
    }

    static String colour(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 180 && colour.getGreen() < 80 ? "red" : "not red";
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
