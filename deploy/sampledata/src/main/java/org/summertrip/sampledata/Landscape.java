package org.summertrip.sampledata;

import java.util.Random;

/** Evening sky, a sun, three rows of hills and the name of the place: 320 × 200 dots, two to four kilobytes. */
final class Landscape {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int DOT = 3;
    private static final int HILLS = 3;

    private final String caption;
    private final int[] zenith;
    private final int[] horizon;
    private final int[] ground;
    private final int sunX;
    private final int sunY;
    private final int[][] hills = new int[HILLS][WIDTH];

    private Landscape(String caption, Random random) {
        this.caption = Lettering.drawable(caption);
        zenith = colour(random, 30, 60, 130);
        horizon = colour(random, 215, 130, 80);
        ground = colour(random, 40, 90, 50);
        sunX = 40 + random.nextInt(WIDTH - 80);
        sunY = 60 + random.nextInt(50);
        for (int row = 0; row < HILLS; row++) {
            double length = 35 + random.nextInt(40);
            double shift = random.nextDouble() * WIDTH;
            for (int x = 0; x < WIDTH; x++) {
                double wave = Math.sin((x + shift) / length) + 0.4 * Math.sin((x + 2 * shift) / (length / 2.7));
                hills[row][x] = (int) (115 + 27 * row + 13 * wave);
            }
        }
    }

    static byte[] paint(String caption, long seed) {
        var landscape = new Landscape(caption, new Random(seed));
        return Png.encode(WIDTH, HEIGHT, landscape::dot);
    }

    private static int[] colour(Random random, int red, int green, int blue) {
        return new int[] {red + random.nextInt(40), green + random.nextInt(40), blue + random.nextInt(40)};
    }

    private int dot(int x, int y) {
        int left = (WIDTH - caption.length() * Lettering.ADVANCE * DOT) / 2;
        if (Lettering.isSet(caption, Math.floorDiv(x - left, DOT), Math.floorDiv(y - 20, DOT))) {
            return 0xffffff;
        }
        for (int row = HILLS - 1; row >= 0; row--) {
            if (y >= hills[row][x]) {
                return mix(horizon, ground, 0.45 + 0.25 * row);
            }
        }
        if (Math.hypot(x - sunX, y - sunY) < 17) {
            return 0xfff2c4;
        }
        return mix(zenith, horizon, Math.min(1, y / 150.0));
    }

    private static int mix(int[] from, int[] to, double share) {
        int mixed = 0;
        for (int channel = 0; channel < 3; channel++) {
            mixed = mixed << 8 | (int) (from[channel] + (to[channel] - from[channel]) * share);
        }
        return mixed;
    }
}
