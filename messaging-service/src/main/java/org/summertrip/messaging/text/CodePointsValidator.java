package org.summertrip.messaging.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Counts. */
public final class CodePointsValidator implements ConstraintValidator<CodePoints, CharSequence> {
    private int min;
    private int max;

    @Override
    public void initialize(CodePoints constraint) {
        min = constraint.min();
        max = constraint.max();
    }

    @Override
    public boolean isValid(CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        long count = value.codePoints().count();
        return count >= min && count <= max && value.codePoints().noneMatch(CodePointsValidator::isHalf);
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
