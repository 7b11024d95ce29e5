package org.summertrip.files.image;

/**
 * What the header of a picture says.
 *
 * @param stored the dimensions as they are stored
 * @param orientation how the picture is to be turned to be seen, 1 to 8 as in EXIF
 */
public record ImageHeader(Dimensions stored, int orientation) {
    /** As it is seen. */
    public Dimensions seen() {
        return orientation >= 5 ? stored.turned() : stored;
    }
}
