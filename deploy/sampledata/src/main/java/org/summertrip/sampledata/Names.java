package org.summertrip.sampledata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.datafaker.Faker;

/** Names from several corners of Europe; the first person is always an Ana, whom the documentation speaks of. */
final class Names {

    private static final List<String> LANGUAGES = List.of("pt", "en", "es", "fr", "de", "it");

    private final List<Faker> fakers;
    private final Set<String> taken = new HashSet<>();

    Names(Random random) {
        fakers = LANGUAGES.stream()
                .map(language -> new Faker(Locale.forLanguageTag(language), random))
                .toList();
    }

    List<Person> people(int count) {
        var people = new ArrayList<Person>();
        for (int number = 0; number < count; number++) {
            Faker faker = fakers.get(number % fakers.size());
            String firstName = number == 0 ? "Ana" : faker.name().firstName();
            String lastName = faker.name().lastName();
            people.add(new Person(firstName, lastName, email(firstName, lastName)));
        }
        return people;
    }

    private String email(String firstName, String lastName) {
        String local = plain(firstName) + "." + plain(lastName);
        String free = Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? local : local + number)
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
        return free + "@example.org";
    }

    private static String plain(String name) {
        return Lettering.ascii(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
