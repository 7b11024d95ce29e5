package org.summertrip.files.intake;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** What kind of thing some bytes are, by Apache Tika's catalogue. */
@Singleton
class Sniffer {
    /** What its magic numbers need at most. */
    private static final int LOOKED_AT = 64 * 1024;

    private static final Set<String> ACTIVE = Set.of(
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/xml",
            "application/javascript",
            "text/javascript",
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-mach-o",
            "application/x-sh",
            "application/java-vm",
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/x-msi",
            "application/x-ms-installer");

    /** Reading it takes a second on a busy machine, so it is read by the worker that first needs it. */
    private static final class Catalogue {
        private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
        private static final MediaTypeRegistry REGISTRY = TYPES.getMediaTypeRegistry();
    }

    String byContent(byte[] head, int length) {
        return detect(head, length, new Metadata());
    }

    String byContentAndName(byte[] head, int length, String filename) {
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, filename);
        return detect(head, length, named);
    }

    /** Whether a browser or a shell would run it. */
    boolean isActive(String type) {
        MediaType found = MediaType.parse(type);
        return ACTIVE.stream().map(MediaType::parse).anyMatch(active -> isA(found, active));
    }

    /** Whether they are the same or one is a special kind of the other: every .docx is a zip. */
    boolean areRelated(String one, String other) {
        MediaType first = MediaType.parse(one);
        MediaType second = MediaType.parse(other);
        return first == null || second == null || isA(first, second) || isA(second, first);
    }

    private boolean isA(MediaType special, MediaType general) {
        MediaType a = Catalogue.REGISTRY.normalize(special);
        MediaType b = Catalogue.REGISTRY.normalize(general);
        return a.equals(b) || Catalogue.REGISTRY.isSpecializationOf(a, b);
    }

    private String detect(byte[] head, int length, Metadata metadata) {
        try (TikaInputStream bytes =
                TikaInputStream.get(new ByteArrayInputStream(head, 0, Math.min(length, LOOKED_AT)))) {
            return Catalogue.TYPES.detect(bytes, metadata).toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can be read", impossible);
        }
    }
}
