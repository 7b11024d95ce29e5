package org.summertrip.files.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jboss.logging.Logger;

/** Makes small pictures. Nothing but pixels gets into them: no place, no camera, no date. Takes a while: for workers. */
final class Thumbnailer {
    static final int LONG_EDGE = 512;

    private static final Logger LOG = Logger.getLogger(Thumbnailer.class);
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp");
    private static final float QUALITY = 0.82f;

    private final long maxPixels;

    Thumbnailer(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /** A small picture of this one, upright; empty if it is none that can be read, or too large. */
    Optional<Thumbnail> of(byte[] image) {
        Optional<ImageHeader> header = ImageHeaders.read(image, image.length);
        if (header.isEmpty() || header.get().stored().pixels() > maxPixels) {
            return Optional.empty();
        }
        try {
            return decode(image)
                    .map(pixels -> write(upright(pixels, header.get().orientation())));
        } catch (IOException | RuntimeException broken) {
            // Whatever a decoder throws at broken bytes: there is no picture of them.
            LOG.debugf("picture cannot be decoded cause=%s", broken);
            return Optional.empty();
        }
    }

    private Optional<BufferedImage> decode(byte[] image) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Skips pixels while decoding, so that memory goes with the small picture rather than with the large one. */
    private Optional<BufferedImage> decode(ImageReader reader) throws IOException {
        Dimensions size = new Dimensions(reader.getWidth(0), reader.getHeight(0));
        boolean known = FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
        if (!known || size.pixels() > maxPixels) {
            return Optional.empty();
        }
        int step = Math.max(1, Math.max(size.width(), size.height()) / (2 * LONG_EDGE));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, parameters));
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        double scale = Math.min(1, (double) LONG_EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean turned = orientation >= 5;
        boolean transparent = image.getColorModel().hasAlpha();
        BufferedImage small = new BufferedImage(
                turned ? height : width,
                turned ? width : height,
                transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.transform(turn(orientation, width, height));
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return small;
    }

    /** As EXIF counts them. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Thumbnail write(BufferedImage image) {
        String format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can be written to", impossible);
        } finally {
            writer.dispose();
        }
        return new Thumbnail(bytes.toByteArray());
    }
}
