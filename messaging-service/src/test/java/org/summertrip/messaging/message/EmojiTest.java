package org.summertrip.messaging.message;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "❤",
                "❤️",
                "👨‍👩‍👧‍👦",
                "🇵🇹",
                "3️⃣",
                "🏕️",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "🏳️‍🌈",
                "☀️",
                "🫶🏿",
                "⭐",
                "✅",
                "👩🏽‍💻",
                "🤷‍♂️",
                "‼️",
                "ℹ️",
                "⏰"
            })
    void takesOneEmoji(String text) {
        assertTrue(Emoji.isOne(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "1",
                "👍👍",
                "👍 ",
                "ok",
                "🇵",
                "🇵🇹🇵🇹",
                "ñ",
                "👍a",
                "\u200d",
                "\ufe0f",
                "<b>",
                "👨‍"
            })
    void refusesEverythingElse(String text) {
        assertFalse(Emoji.isOne(text));
    }
}
