/** Redis in front of PostgreSQL for what is read most: slower without it, never wrong because of it. */
package org.summertrip.users.cache;
