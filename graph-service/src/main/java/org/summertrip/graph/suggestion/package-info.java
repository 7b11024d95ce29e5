/**
 * Whom one may know: people with whom one shares friends (Adamic–Adar: a friend with few friends says more than one who knows
 * everybody) and groups (the same measure, by the number of members), with the reasons.
 */
package org.summertrip.graph.suggestion;
