package org.summertrip.files.file;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of files, for the API's documentation only. */
@Schema(name = "PageFile", description = "A page of files")
record FilePage(
        List<File> items,

        @Schema(description = "The cursor of the next page, if any", nullable = true)
        String next) {}
