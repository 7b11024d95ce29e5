package org.summertrip.files.intake;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.summertrip.files.image.Dimensions;
import org.summertrip.files.image.ImageHeader;
import org.summertrip.files.image.ImageHeaders;

/** Looks at the beginning of content and compares what it finds with what the client says it is. Takes a while: for workers. */
@Singleton
public class Inspector {
    private static final Logger LOG = Logger.getLogger(Inspector.class);
    /** Detectors name these when they have no better idea, so they contradict nothing. */
    private static final Set<String> NO_OPINION = Set.of("application/octet-stream", "text/plain");

    private final Sniffer sniffer;

    Inspector(Sniffer sniffer) {
        this.sniffer = sniffer;
    }

    /**
     * Inspects content.
     *
     * @param declared the type that the client declares, or null
     * @param head the first bytes, of which {@code length} count
     */
    public Inspection inspect(String filename, String declared, byte[] head, int length) {
        String found = sniffer.byContent(head, length);
        String type = declared == null ? sniffer.byContentAndName(head, length, filename) : declared;
        boolean active = ActiveContent.is(filename, head, length)
                || sniffer.isActive(found)
                || isMasked(MediaTypes.essence(type), found);
        Optional<Dimensions> dimensions = ImageHeaders.read(head, length).map(ImageHeader::seen);
        return new Inspection(
                type,
                active,
                dimensions.map(Dimensions::width).orElse(null),
                dimensions.map(Dimensions::height).orElse(null));
    }

    /** Declared as one thing and certainly another. Whether that is malice or a mistake, it is not shown in place. */
    private boolean isMasked(String declared, String found) {
        boolean masked = !NO_OPINION.contains(found)
                && !declared.equals(MediaTypes.UNKNOWN)
                && !sniffer.areRelated(declared, found);
        if (masked) {
            LOG.debugf("content is not what it is declared to be declared=%s found=%s", declared, found);
        }
        return masked;
    }
}
