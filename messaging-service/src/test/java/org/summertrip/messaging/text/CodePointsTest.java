package org.summertrip.messaging.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePointsTest {
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc|true",
                "abcd|false",
                "''|false",
                "🏕🏕🏕|true",
                "🏕🏕🏕🏕|false",
                "a\uD83C|false",
                "\uDFD5a|false"
            })
    void countsWhatPeopleSee(String text, boolean valid) {
        assertEquals(valid, VALIDATOR.validate(new Label(text)).isEmpty());
    }

    private record Label(@CodePoints(max = 3) String text) {}
}
