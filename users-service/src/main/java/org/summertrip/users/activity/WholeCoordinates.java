package org.summertrip.users.activity;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A place on the map has both coordinates or none. */
@Constraint(validatedBy = WholeCoordinates.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WholeCoordinates {
    String message() default "must come with the other coordinate";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Blames the coordinate that is there. */
    class Validator implements ConstraintValidator<WholeCoordinates, NewActivity> {
        @Override
        public boolean isValid(NewActivity activity, ConstraintValidatorContext context) {
            boolean whole = (activity.latitude() == null) == (activity.longitude() == null);
            if (!whole) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode(activity.latitude() == null ? "longitude" : "latitude")
                        .addConstraintViolation();
            }
            return whole;
        }
    }
}
