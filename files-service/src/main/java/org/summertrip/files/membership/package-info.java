/** Who is in which group: users-service knows, this is what its events have told so far. */
package org.summertrip.files.membership;
