package org.summertrip.messaging.conversation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.summertrip.kit.problem.StrictJsonReader;

/** The one body that may be left out: without it there is no end to the silence. The kit's reader demands one. */
@Singleton
class MuteBody {
    private static final MuteUntil LIFTED = new MuteUntil(null);

    private final StrictJsonReader reader;

    MuteBody(StrictJsonReader reader) {
        this.reader = reader;
    }

    MuteUntil read(String body) {
        if (body == null || body.isBlank()) {
            return LIFTED;
        }
        try {
            return (MuteUntil) reader.readFrom(
                    Object.class,
                    MuteUntil.class,
                    new Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE,
                    new MultivaluedHashMap<>(),
                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
