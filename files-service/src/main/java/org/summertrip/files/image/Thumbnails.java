package org.summertrip.files.image;

import io.quarkus.runtime.ImageMode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.files.turn.Turns;

/**
 * Small pictures are made when somebody first wants one, and kept beside the content. So uploads need not wait, nothing is made that
 * nobody looks at, and one that is lost is made again.
 */
@Singleton
public class Thumbnails {
    private static final Logger LOG = Logger.getLogger(Thumbnails.class);
    private final ObjectStore objects;
    private final ImageConfig config;
    private final Thumbnailer thumbnailer;
    private final WorkerExecutor workers;
    private final Turns turns;
    private final boolean enabled;

    Thumbnails(ObjectStore objects, ImageConfig config, Vertx vertx) {
        this.objects = objects;
        this.config = config;
        this.thumbnailer = new Thumbnailer(config.maxPixels());
        this.workers = vertx.createSharedWorkerExecutor("images", config.threads());
        this.turns = new Turns(config.threads(), config.patience(), vertx);
        this.enabled = config.thumbnails().orElse(!ImageMode.current().isNativeImage());
    }

    /** The small picture of a file, if it is a picture that one can be made of. */
    Uni<Optional<Thumbnail>> of(StoredFile file) {
        if (!isSuitable(file)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return objects.get(Keys.thumbnail(file.ownerId(), file.id()))
                .flatMap(kept -> kept.isPresent()
                        ? Uni.createFrom().item(kept.map(Thumbnail::new))
                        : turns.during(() -> make(file)));
    }

    private boolean isSuitable(StoredFile file) {
        return enabled
                && file.width() != null
                && !file.active()
                && file.size() <= config.maxBytes()
                && new Dimensions(file.width(), file.height()).pixels() <= config.maxPixels();
    }

    private Uni<Optional<Thumbnail>> make(StoredFile file) {
        return objects.getLarge(Keys.content(file.ownerId(), file.id()))
                .flatMap(content -> workers.executeBlocking(() -> content.flatMap(thumbnailer::of), false))
                .call(made -> made.isEmpty() ? Uni.createFrom().voidItem() : keep(file, made.get()));
    }

    /** That it cannot be kept is no reason not to show it. */
    private Uni<Void> keep(StoredFile file, Thumbnail made) {
        return objects.put(Keys.thumbnail(file.ownerId(), file.id()), made.bytes(), made.contentType())
                .onFailure()
                .invoke(failure -> LOG.warnf("thumbnail is not kept file=%s cause=%s", file.id(), failure))
                .onFailure()
                .recoverWithNull();
    }

    @PreDestroy
    void stop() {
        workers.closeAndForget();
    }
}
