package org.summertrip.sampledata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoTest {

    private final Photo photo = new Photo(new Person("Ana", "Oliveira", "a@example.org"), "l.png", "Lisbon", 7);

    @Test
    void isAPictureThatOthersCanRead() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(photo.png()));

        assertEquals(320, image.getWidth());
        assertEquals(200, image.getHeight());
    }

    @Test
    void isSmall() {
        int size = photo.png().length;

        assertTrue(size > 500 && size < 12_000, size + " bytes");
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertArrayEquals(photo.png(), photo.png());
    }

    @Test
    void bearsTheName() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(photo.png()));
        int white = 0;

        for (int x = 0; x < image.getWidth(); x++) {
            white += (image.getRGB(x, 20) & 0xffffff) == 0xffffff ? 1 : 0;
        }

        assertTrue(white > 10, white + " white dots in the first row of the letters");
    }
}
