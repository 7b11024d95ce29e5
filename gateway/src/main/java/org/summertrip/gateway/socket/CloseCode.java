package org.summertrip.gateway.socket;

/** Why a socket is closed by the gateway. */
enum CloseCode {
    DONE(1000, "superseded by a resume"),
    RESTART(1012, "restarting, connect again and resume"),
    UNAVAILABLE(1013, "cannot serve now, try again later"),
    BAD_FRAME(4400, "bad frame"),
    TOKEN(4401, "token missing, bad, expired or revoked"),
    HEARTBEAT(4408, "heartbeat missed"),
    SLOW(4409, "slow consumer"),
    TOO_LARGE(4413, "frame too large"),
    TOO_FAST(4429, "too many frames");

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    short number() {
        return (short) number;
    }

    String reason() {
        return reason;
    }

    /** How the end of the session is told to the analysts. */
    String endsAs() {
        return this == HEARTBEAT || this == SLOW ? "timeout" : "closed";
    }
}
