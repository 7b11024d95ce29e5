package org.summertrip.sampledata;

/** Somebody with an account; who knows whom is in {@link World#friendships()}. */
public record Person(String firstName, String lastName, String email) {

    public String name() {
        return firstName + " " + lastName;
    }
}
