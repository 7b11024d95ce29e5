package org.summertrip.sampledata;

/**
 * A friend request and what became of it.
 *
 * @param accepted false while {@code to} has not answered yet
 */
public record Friendship(Person from, Person to, boolean accepted) {

    /** Whether it is between these two, whoever asked. */
    public boolean connects(Person one, Person other) {
        return from.equals(one) && to.equals(other) || from.equals(other) && to.equals(one);
    }

    public boolean involves(Person person) {
        return from.equals(person) || to.equals(person);
    }

    public Person otherThan(Person person) {
        return from.equals(person) ? to : from;
    }
}
