package org.summertrip.files.upload;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form, for the API's documentation only: nothing is ever bound to it. */
@Schema(description = "A form with one file")
record UploadForm(
        @Schema(
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                format = "binary",
                required = true)
        byte[] file) {}
