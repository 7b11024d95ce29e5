/** PostgreSQL itself: its migrations, whether it is there, and how to tell that it is not. */
package org.summertrip.users.store;
