package org.summertrip.users.group;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A trip does not end before it starts. */
@Constraint(validatedBy = DatesInOrder.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface DatesInOrder {
    String message() default "must not be before startsOn";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Blames the end, since a form shows one field in red, not a whole trip. */
    class Validator implements ConstraintValidator<DatesInOrder, NewGroup> {
        @Override
        public boolean isValid(NewGroup trip, ConstraintValidatorContext context) {
            boolean inOrder = trip.startsOn() == null
                    || trip.endsOn() == null
                    || !trip.endsOn().isBefore(trip.startsOn());
            if (!inOrder) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                        .addPropertyNode("endsOn")
                        .addConstraintViolation();
            }
            return inOrder;
        }
    }
}
