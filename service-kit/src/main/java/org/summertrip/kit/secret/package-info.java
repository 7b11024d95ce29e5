/** What a service signs for itself: one secret, one keyed digest, told apart by purpose. */
package org.summertrip.kit.secret;
