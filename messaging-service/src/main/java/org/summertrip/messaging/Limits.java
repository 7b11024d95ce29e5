package org.summertrip.messaging;

import java.time.Duration;

/** What this service bears, on one screen. */
public final class Limits {
    /** The longest message, in code points. */
    public static final int MESSAGE = 4000;
    /** Files that one message may carry. */
    public static final int ATTACHMENTS = 20;
    /** Others that one conversation may be begun with. */
    public static final int OTHERS = 99;
    /** The longest title of a conversation, in code points. */
    public static final int TITLE = 100;
    /** Different emoji that one message is reacted to with. */
    public static final int EMOJIS = 20;
    /** People of a conversation whose ids are listed with it, and up to whom read markers are shown to each other. */
    public static final int LISTED = 100;
    /** Unread messages are counted this far: a client shows "999+" long before. */
    public static final int UNREAD = 1000;
    /** The longest text of a notification, in code points. */
    public static final int NOTIFICATION = 1000;
    /** The longest link of a notification, in chars. */
    public static final int LINK = 2048;
    /** The longest cursor that is looked at, in chars. */
    public static final int CURSOR = 1024;
    /** How long notifications are kept. */
    public static final Duration NOTIFICATIONS_KEPT = Duration.ofDays(90);

    private Limits() {}
}
