package org.summertrip.sampledata;

/**
 * A picture that somebody shares with a trip; its bytes are painted when they are needed.
 *
 * @param caption what is written across it
 * @param seed decides the light, the sun and the hills
 */
public record Photo(Person owner, String filename, String caption, long seed) {

    public byte[] png() {
        return Landscape.paint(caption, seed);
    }
}
