package org.summertrip.users.purchase;

/** What can be paid with (ISO 4217). Each has two decimals, as has the column; one that has not needs a rule of its own. */
enum Currency {
    USD,
    EUR,
    GBP
}
