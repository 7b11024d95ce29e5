package org.summertrip.gateway;

import org.summertrip.kit.problem.ErrorCode;

/** What only the gateway says no to; the rest it has in common with the services. */
public enum GatewayError implements ErrorCode {
    AMBIGUOUS_PATH(400, "ambiguous-path", "The path is not written in its canonical form"),
    EXPORT_INCOMPLETE(503, "export-incomplete", "Not everything could be gathered, and a part would not be true"),
    UPGRADE_REQUIRED(426, "upgrade-required", "This path is for WebSockets"),
    UPSTREAM_UNAVAILABLE(503, "upstream-unavailable", "The service behind this path does not answer");

    private final int status;
    private final String code;
    private final String title;

    GatewayError(int status, String code, String title) {
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
