package org.summertrip.files.upload;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import org.summertrip.files.intake.BodySink;
import org.summertrip.files.intake.Content;
import org.summertrip.files.intake.Staging;

/** Reads a form and stages its file. */
record FormSink(FormReader form, Staging staging) implements BodySink<Content> {
    @Override
    public void take(ByteBuffer bytes) {
        form.read(bytes);
    }

    @Override
    public boolean isFull() {
        return staging.isFull();
    }

    @Override
    public Uni<Void> flush() {
        return staging.flush();
    }

    @Override
    public Uni<Content> end() {
        form.end();
        return staging.finish();
    }

    /** Half a file is none: whoever staged it discards it. */
    @Override
    public Uni<Void> cutOff() {
        return Uni.createFrom().voidItem();
    }
}
