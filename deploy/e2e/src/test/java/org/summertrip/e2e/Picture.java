package org.summertrip.e2e;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photo to upload: a sunset in a few strokes. */
final class Picture {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

    private Picture() {}

    static Path png(Path directory, String name) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(0xf6b042));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setColor(new Color(0xb8336a));
        brush.fillOval(WIDTH / 2 - 60, HEIGHT / 2 - 60, 120, 120);
        brush.setColor(new Color(0x0b6e75));
        brush.fillRect(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
        brush.dispose();
        try {
            Path file = directory.resolve(name);
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
