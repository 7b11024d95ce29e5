/**
 * Who is calling. Every service verifies the bearer token itself: being inside the cluster is no permission. Keys are fetched
 * without blocking, kept, renewed in the background and used for a stated time when their issuer cannot be reached.
 */
package org.summertrip.kit.identity;
