package org.summertrip.files.file;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.files.membership.MembershipStore;

/** Who may read what: the owner always, the members of its group for as long as they are, nobody else. */
@ApplicationScoped
public class FileAccess {
    private final FileStore files;
    private final MembershipStore memberships;

    FileAccess(FileStore files, MembershipStore memberships) {
        this.files = files;
        this.memberships = memberships;
    }

    /** The file with this id, if it lives and this person may read it. Needs Redis only for the files of others. */
    public Uni<Optional<StoredFile>> readable(UUID id, UUID userId) {
        return files.find(id).flatMap(found -> {
            Optional<StoredFile> live = found.filter(StoredFile::isLive);
            if (live.isEmpty() || live.get().isOf(userId)) {
                return Uni.createFrom().item(live);
            }
            return mayRead(live.get(), userId).map(may -> live.filter(file -> may));
        });
    }

    private Uni<Boolean> mayRead(StoredFile file, UUID userId) {
        return file.groupId() == null ? Uni.createFrom().item(false) : memberships.isMember(file.groupId(), userId);
    }
}
