package org.summertrip.gateway.socket;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a person is to be told: the stream {@code push:<userId>}, which messaging-service alone writes. */
@Singleton
public class Feed {
    /** Before everything. */
    static final String BEGINNING = "0-0";

    private static final String PREFIX = "push:";
    private static final Pattern SEQ = Pattern.compile("\\d{1,15}-\\d{1,15}");

    private final SocketLane redis;

    public Feed(SocketLane redis) {
        this.redis = redis;
    }

    /** Whether this can be the id of an entry. */
    static boolean isSeq(String text) {
        return SEQ.matcher(text).matches();
    }

    /** The id of the newest entry. */
    Future<String> newest(UUID user) {
        return redis.send(Request.cmd(Command.XREVRANGE)
                        .arg(PREFIX + user)
                        .arg("+")
                        .arg("-")
                        .arg("COUNT")
                        .arg(1))
                .map(entries ->
                        entries.size() == 0 ? BEGINNING : entries.get(0).get(0).toString());
    }

    /** The entries after this one, oldest first. */
    Future<List<Entry>> after(UUID user, String seq, int atMost) {
        return redis.send(Request.cmd(Command.XRANGE)
                        .arg(PREFIX + user)
                        .arg("(" + seq)
                        .arg("+")
                        .arg("COUNT")
                        .arg(atMost))
                .map(Feed::entries);
    }

    /**
     * Whether everything after this entry is still there. A stream that was cut somewhere before its first entry may have been cut
     * after {@code seq}; that nobody can tell, so it counts as lost.
     */
    Future<Boolean> isWholeAfter(UUID user, String seq) {
        return redis.send(Request.cmd(Command.XINFO).arg("STREAM").arg(PREFIX + user))
                .map(info -> isWholeAfter(info, seq))
                .recover(failure -> isAbsent(failure)
                        ? Future.succeededFuture(BEGINNING.equals(seq))
                        : Future.failedFuture(failure));
    }

    private static boolean isWholeAfter(Response info, String seq) {
        boolean invented = compare(seq, info.get("last-generated-id").toString()) > 0;
        boolean uncut = info.get("entries-added").toLong() == info.get("length").toLong();
        Response first = info.get("first-entry");
        boolean covered = first != null && compare(seq, first.get(0).toString()) >= 0;
        return !invented && (uncut || covered);
    }

    private static boolean isAbsent(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("no such key");
    }

    private static List<Entry> entries(Response answer) {
        List<Entry> entries = new ArrayList<>(answer.size());
        for (Response entry : answer) {
            String type = null;
            String data = null;
            Response fields = entry.get(1);
            for (int i = 0; i + 1 < fields.size(); i += 2) {
                switch (fields.get(i).toString()) {
                    case "type" -> type = fields.get(i + 1).toString();
                    case "data" -> data = fields.get(i + 1).toString();
                    default -> {
                        // a field of a later version
                    }
                }
            }
            entries.add(new Entry(entry.get(0).toString(), type, data));
        }
        return entries;
    }

    /** Ids are two numbers; as texts they would not sort. */
    static int compare(String one, String other) {
        int dashOne = one.indexOf('-');
        int dashOther = other.indexOf('-');
        int time =
                Long.compare(Long.parseLong(one.substring(0, dashOne)), Long.parseLong(other.substring(0, dashOther)));
        return time != 0
                ? time
                : Long.compare(
                        Long.parseLong(one.substring(dashOne + 1)), Long.parseLong(other.substring(dashOther + 1)));
    }

    /**
     * Something to be told.
     *
     * @param data JSON; null, like the type, in an entry that is none of ours
     */
    record Entry(String seq, String type, String data) {
        boolean isEvent() {
            return type != null && data != null;
        }
    }
}
