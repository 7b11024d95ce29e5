/**
 * How much room everybody has. What somebody uses is a hash in Redis, a field per file, so that counting the same file twice changes
 * nothing; what is still on its way is counted from the moment that it is let in, on a lease. The bucket is what is right: from it
 * the hash is made where there is none, and nobody is refused before the bucket has been looked at.
 */
package org.summertrip.files.quota;
