/** The shared plan: made from what the group likes by a pure function, kept in a table, edited by hand. */
package org.summertrip.users.plan;
