/** Groups, which are trips, and who is in them. How many fit is decided by the database, not by anybody's reading of it. */
package org.summertrip.users.group;
