package org.summertrip.files;

import org.summertrip.kit.problem.ErrorCode;

/** Every way in which this service says no, beyond what all services share. */
public enum FilesError implements ErrorCode {
    CONTENT_REFUSED(400, "content-refused", "The virus scanner refuses this content"),
    QUOTA_EXCEEDED(409, "quota-exceeded", "There is not enough room left for this file"),
    UPLOAD_INCOMPLETE(409, "upload-incomplete", "The content has not arrived yet"),
    CONTENT_MISMATCH(409, "content-mismatch", "What arrived is not what was announced"),
    OFFSET_MISMATCH(409, "offset-mismatch", "The upload continues at another offset"),
    TUS_VERSION(412, "tus-version", "Only version 1.0.0 of the tus protocol is spoken here"),
    UPLOAD_LOCKED(423, "upload-locked", "Another request is working on this upload"),
    CHECKSUM_MISMATCH(460, "checksum-mismatch", "What arrived does not have the checksum that was sent with it");

    private final int status;
    private final String code;
    private final String title;

    FilesError(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
