/** How a reader notices change: entity tags over what is actually shown, for conditional GET, PATCH and DELETE. */
package org.summertrip.kit.etag;
