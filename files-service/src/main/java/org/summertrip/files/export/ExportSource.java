package org.summertrip.files.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.summertrip.files.file.File;
import org.summertrip.files.file.FileStore;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.objects.ByteSource;

/** Writes an export page by page, so that it takes the memory of one page however many files there are. */
final class ExportSource implements ByteSource {
    static final int PAGE = 100;

    private final FileStore files;
    private final ObjectMapper mapper;
    private final ExportHead head;
    private List<StoredFile> page;
    private boolean begun;
    private boolean ended;

    ExportSource(FileStore files, ObjectMapper mapper, ExportHead head, List<StoredFile> firstPage) {
        this.files = files;
        this.mapper = mapper;
        this.head = head;
        this.page = firstPage;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public boolean isAtEnd() {
        return ended;
    }

    @Override
    public Uni<Buffer> next() {
        if (!begun) {
            begun = true;
            String opened = write(head);
            return Uni.createFrom().item(with(opened.substring(0, opened.length() - 1) + ",\"files\":["));
        }
        UUID last = page.get(page.size() - 1).id();
        return files.ownedBy(head.userId(), last, PAGE).map(more -> {
            page = more;
            return with(more.isEmpty() ? "" : ",");
        });
    }

    private Buffer with(String before) {
        ended = page.size() < PAGE;
        String items = page.stream().map(File::of).map(this::write).collect(Collectors.joining(","));
        return Buffer.buffer(before + items + (ended ? "]}" : ""));
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written", impossible);
        }
    }

    @Override
    public void close() {
        // Nothing is held between two pages.
    }
}
