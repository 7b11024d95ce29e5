package org.summertrip.sampledata;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes a {@link World}: first people, then who knows whom, and from that who travels and talks with whom. */
final class Genesis {

    private static final int FEWEST_TRAVELLERS = 4;
    private static final int MOST_TRAVELLERS = 8;
    private static final int SUMMER_DAYS = 140;
    private static final int PEOPLE_PER_TRIP = 4;
    private static final int PEOPLE_PER_PENDING_REQUEST = 6;
    private static final int PEOPLE_PER_CHAT = 4;

    private final List<Script> tripScripts = Script.read("trips.txt");
    private final List<Script> chatScripts = Script.read("chats.txt");
    private final long seed;
    private final LocalDate today;
    private final Random random;
    private final List<Person> people;
    private final List<Friendship> friendships = new ArrayList<>();
    private final Set<Set<Integer>> acquainted = new HashSet<>();

    Genesis(long seed, int size, LocalDate today) {
        this.seed = seed;
        this.today = today;
        random = new Random(seed);
        people = new Names(random).people(size);
    }

    World world() {
        befriend();
        List<Trip> trips = trips();
        return new World(seed, people, friendships, trips, chats(trips));
    }

    /** A ring, so that everybody knows somebody, and as many shortcuts across it as make five friendships for three. */
    private void befriend() {
        int size = people.size();
        IntStream.range(0, size).forEach(number -> meet(number, (number + 1) % size, true));
        int accepted = size * 5 / 3;
        while (friendships.size() < accepted) {
            meet(random.nextInt(size), random.nextInt(size), true);
        }
        while (friendships.size() < accepted + size / PEOPLE_PER_PENDING_REQUEST) {
            meet(random.nextInt(size), random.nextInt(size), false);
        }
    }

    private void meet(int from, int to, boolean accepted) {
        if (from != to && acquainted.add(Set.of(from, to))) {
            friendships.add(new Friendship(people.get(from), people.get(to), accepted));
        }
    }

    private List<Trip> trips() {
        var destinations = new ArrayList<>(Destination.ALL.subList(1, Destination.ALL.size()));
        Collections.shuffle(destinations, random);
        destinations.add(0, Destination.ALL.get(0)); // Ana's trip goes to Lisbon in every world
        int count = people.size() / PEOPLE_PER_TRIP;
        return IntStream.range(0, count)
                .mapToObj(number -> trip(number, people.get(number * PEOPLE_PER_TRIP), destinations))
                .toList();
    }

    private Trip trip(int number, Person owner, List<Destination> destinations) {
        Destination destination = destinations.get(number % destinations.size());
        LocalDate startsOn = summerFriday();
        String month = startsOn.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        List<Person> members = company(owner);
        return new Trip(
                destination.city() + " in " + month,
                destination.describe(),
                destination.city() + ", " + destination.country(),
                destination.timeZone(),
                startsOn,
                startsOn.plusDays(3 + random.nextInt(7)),
                members.size() + 2,
                members,
                tripScripts.get(number % tripScripts.size()).play(destination, members),
                photos(destination, members),
                ideas(destination, members));
    }

    /** A few for each trip. Who proposes something likes it; the others make up their minds, or have not voted yet. */
    private List<Idea> ideas(Destination destination, List<Person> members) {
        return List.of(
                idea(members, "sightseeing", destination.tell("See {sight}"), 120),
                idea(members, "restaurant", destination.tell("Try the {food}"), 90),
                idea(members, "walk", destination.tell("Get lost in {quarter}"), 120),
                idea(members, "excursion", destination.tell("A day in {dayTrip}"), 480),
                idea(members, "museum", "A museum, should it rain", 150));
    }

    private Idea idea(List<Person> members, String type, String title, int durationMinutes) {
        Person proposer = members.get(random.nextInt(members.size()));
        var fans = new ArrayList<>(List.of(proposer));
        var critics = new ArrayList<Person>();
        for (Person member : members) {
            int mood = random.nextInt(10);
            if (member != proposer && mood < 6) {
                fans.add(member);
            } else if (member != proposer && mood < 8) {
                critics.add(member);
            }
        }
        return new Idea(proposer, type, title, durationMinutes, fans, critics);
    }

    /** Of the next summer that is at least a month away. */
    private LocalDate summerFriday() {
        int year = today.getMonthValue() < Month.APRIL.getValue() ? today.getYear() : today.getYear() + 1;
        return LocalDate.of(year, Month.MAY, 1)
                .plusDays(random.nextInt(SUMMER_DAYS))
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    }

    /** The owner, then friends, then friends of friends, until there are enough. */
    private List<Person> company(Person owner) {
        int size = FEWEST_TRAVELLERS + random.nextInt(MOST_TRAVELLERS - FEWEST_TRAVELLERS + 1);
        var company = new LinkedHashSet<>(List.of(owner));
        company.addAll(friendsOf(owner));
        List.copyOf(company).forEach(friend -> company.addAll(friendsOf(friend)));
        return company.stream().limit(size).toList();
    }

    private List<Person> friendsOf(Person person) {
        return friendships.stream()
                .filter(friendship -> friendship.accepted() && friendship.involves(person))
                .map(friendship -> friendship.otherThan(person))
                .toList();
    }

    private List<Photo> photos(Destination destination, List<Person> members) {
        String stem = Lettering.ascii(destination.city()).toLowerCase(Locale.ROOT);
        return IntStream.rangeClosed(1, 2 + random.nextInt(3))
                .mapToObj(number -> new Photo(
                        members.get(random.nextInt(members.size())),
                        "%s-%d.png".formatted(stem, number),
                        destination.city(),
                        random.nextLong()))
                .toList();
    }

    /** Between people who travel together, about that trip. */
    private List<DirectChat> chats(List<Trip> trips) {
        var chats = new ArrayList<DirectChat>();
        for (int number = 0; number < people.size() / PEOPLE_PER_CHAT; number++) {
            Trip trip = trips.get(number % trips.size());
            Person starter = trip.owner();
            Person other = trip.members().get(1); // the ring made the owner's first companion a friend
            Destination destination = Destination.ALL.stream()
                    .filter(each -> trip.destination().startsWith(each.city()))
                    .findFirst()
                    .orElseThrow();
            Script script = chatScripts.get(number % chatScripts.size());
            chats.add(new DirectChat(starter, other, script.play(destination, List.of(starter, other))));
        }
        return chats;
    }
}
