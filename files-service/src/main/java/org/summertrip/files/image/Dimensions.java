package org.summertrip.files.image;

/** How many pixels a picture has each way. */
public record Dimensions(int width, int height) {
    long pixels() {
        return (long) width * height;
    }

    Dimensions turned() {
        return new Dimensions(height, width);
    }
}
