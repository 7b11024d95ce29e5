/** What could be done on the trip: proposed by members, voted on by members. */
package org.summertrip.users.activity;
