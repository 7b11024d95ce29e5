package org.summertrip.users.purchase;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What can be paid with (ISO 4217), by its name on the wire. Each has two decimals, as has the column that keeps amounts. */
@RegisterForReflection
public enum Currency {
    USD,
    EUR,
    GBP
}
