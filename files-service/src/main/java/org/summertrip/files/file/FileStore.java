package org.summertrip.files.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;

/** Everything that is known of files, as objects in the bucket. */
@ApplicationScoped
public class FileStore {
    private static final String JSON = "application/json";
    private static final byte[] NOTHING = {};
    private static final int CONCURRENT_READS = 16;
    /** Markers without a file are rare: uploads in their last milliseconds, or cut off there. */
    private static final int NAMESAKES_LOOKED_AT = 10;

    private final ObjectStore objects;
    private final ObjectMapper mapper;

    FileStore(ObjectStore objects, ObjectMapper mapper) {
        this.objects = objects;
        this.mapper = mapper;
    }

    /** The file with this id, also when only its tombstone is left. */
    public Uni<Optional<StoredFile>> find(UUID id) {
        return objects.get(Keys.index(id)).map(json -> json.map(this::read));
    }

    /** The newest living file that this person has under this name. */
    public Uni<Optional<StoredFile>> newestNamed(UUID ownerId, String filename) {
        return objects.list(Keys.namedPrefix(ownerId, filename), null, NAMESAKES_LOOKED_AT)
                .flatMap(this::living)
                .map(found -> found.stream().findFirst());
    }

    /** Files of this person, newest first, that are older than the given one. Fewer than asked for means: there are no more. */
    public Uni<List<StoredFile>> ownedBy(UUID ownerId, UUID olderThan, int count) {
        return marked(Keys.ownedPrefix(ownerId), olderThan, count);
    }

    /** The same of a group. */
    Uni<List<StoredFile>> sharedWith(UUID groupId, UUID olderThan, int count) {
        return marked(Keys.sharedPrefix(groupId), olderThan, count);
    }

    private Uni<List<StoredFile>> marked(String prefix, UUID olderThan, int count) {
        String after = olderThan == null ? null : Keys.inverted(olderThan);
        return objects.list(prefix, after, count)
                .flatMap(markers -> living(markers).flatMap(found -> more(prefix, markers, found, count)));
    }

    /** Reads on when some of the markers had no living file. */
    private Uni<List<StoredFile>> more(String prefix, List<String> markers, List<StoredFile> found, int count) {
        if (found.size() >= count || markers.size() < count) {
            return Uni.createFrom().item(found);
        }
        UUID last = Keys.uninverted(markers.get(markers.size() - 1));
        return marked(prefix, last, count)
                .map(rest -> Stream.concat(found.stream(), rest.stream())
                        .limit(count)
                        .toList());
    }

    private Uni<List<StoredFile>> living(List<String> markers) {
        if (markers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Uni<Optional<StoredFile>>> reads =
                markers.stream().map(Keys::uninverted).map(this::find).toList();
        return Uni.join()
                .all(reads)
                .usingConcurrencyOf(CONCURRENT_READS)
                .andFailFast()
                .map(found -> found.stream()
                        .flatMap(Optional::stream)
                        .filter(StoredFile::isLive)
                        .toList());
    }

    /** Makes a file exist whose content is in its place. */
    Uni<Void> add(StoredFile file) {
        return Uni.combine()
                .all()
                .unis(markers(file).map(key -> objects.put(key, NOTHING, JSON)).toList())
                .discardItems()
                .flatMap(marked -> write(file));
    }

    /** Makes a file cease to exist, in one put; before that, notes whose tombstone it will be, for their erasure. */
    Uni<Void> bury(StoredFile file, Instant at) {
        return objects.put(Keys.buriedPrefix(file.ownerId()) + file.id(), NOTHING, JSON)
                .flatMap(noted -> write(file.tombstone(at)));
    }

    /** Removes everything of a file, its index first: from then on it does not exist. */
    public Uni<Void> erase(StoredFile file) {
        return objects.delete(List.of(Keys.index(file.id()))).flatMap(gone -> clear(file));
    }

    /** Removes everything of a file but its index. */
    Uni<Void> clear(StoredFile file) {
        Stream<String> contents =
                Stream.of(Keys.content(file.ownerId(), file.id()), Keys.thumbnail(file.ownerId(), file.id()));
        return objects.delete(Stream.concat(contents, markers(file)).toList());
    }

    private static Stream<String> markers(StoredFile file) {
        String marker = Keys.inverted(file.id());
        Stream<String> own = Stream.of(
                Keys.ownedPrefix(file.ownerId()) + marker, Keys.namedPrefix(file.ownerId(), file.filename()) + marker);
        return file.groupId() == null ? own : Stream.concat(own, Stream.of(Keys.sharedPrefix(file.groupId()) + marker));
    }

    private Uni<Void> write(StoredFile file) {
        try {
            return objects.put(Keys.index(file.id()), mapper.writeValueAsBytes(file), JSON);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written", impossible);
        }
    }

    private StoredFile read(byte[] json) {
        try {
            return mapper.readValue(json, StoredFile.class);
        } catch (IOException foreign) {
            throw new IllegalStateException("an index that this service did not write", foreign);
        }
    }
}
