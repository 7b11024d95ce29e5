package org.summertrip.sampledata;

import java.util.List;

/** A real place, with what people who go there talk about. */
record Destination(
        String city, String country, String timeZone, String sight, String food, String quarter, String dayTrip) {

    static final List<Destination> ALL = List.of(
            new Destination(
                    "Lisbon", "Portugal", "Europe/Lisbon", "the Belém Tower", "pastéis de nata", "Alfama", "Sintra"),
            new Destination("Kyoto", "Japan", "Asia/Tokyo", "Fushimi Inari", "okonomiyaki", "Higashiyama", "Nara"),
            new Destination(
                    "Naples", "Italy", "Europe/Rome", "the Castel dell'Ovo", "pizza fritta", "Chiaia", "Procida"),
            new Destination(
                    "Reykjavík",
                    "Iceland",
                    "Atlantic/Reykjavik",
                    "Hallgrímskirkja",
                    "fish stew",
                    "Vesturbær",
                    "Þingvellir"),
            new Destination(
                    "Oaxaca",
                    "Mexico",
                    "America/Mexico_City",
                    "Monte Albán",
                    "mole negro",
                    "Jalatlaco",
                    "Hierve el Agua"),
            new Destination(
                    "Kotor",
                    "Montenegro",
                    "Europe/Podgorica",
                    "the fortress above the town",
                    "black risotto",
                    "Dobrota",
                    "Perast"),
            new Destination(
                    "Marrakesh",
                    "Morocco",
                    "Africa/Casablanca",
                    "the Bahia Palace",
                    "tanjia",
                    "Mellah",
                    "the Ourika valley"),
            new Destination(
                    "Tallinn", "Estonia", "Europe/Tallinn", "the Viru Gate", "black bread", "Kalamaja", "Lahemaa"),
            new Destination("Seville", "Spain", "Europe/Madrid", "the Giralda", "salmorejo", "Triana", "Carmona"),
            new Destination(
                    "Ljubljana",
                    "Slovenia",
                    "Europe/Ljubljana",
                    "the Dragon Bridge",
                    "štruklji",
                    "Trnovo",
                    "Lake Bled"),
            new Destination(
                    "Edinburgh",
                    "Scotland",
                    "Europe/London",
                    "Arthur's Seat",
                    "cullen skink",
                    "Leith",
                    "North Berwick"),
            new Destination(
                    "Valparaíso",
                    "Chile",
                    "America/Santiago",
                    "the Ascensor Reina Victoria",
                    "chorrillana",
                    "Bellavista",
                    "Isla Negra"));

    String describe() {
        return "%s and around: %s, %s, and a day in %s.".formatted(city, sight, food, dayTrip);
    }

    /** Puts the place into a sentence that was written for any place. */
    String tell(String sentence) {
        return sentence.replace("{city}", city)
                .replace("{sight}", sight)
                .replace("{food}", food)
                .replace("{quarter}", quarter)
                .replace("{dayTrip}", dayTrip);
    }
}
