/**
 * Erasure: when an account ends, each feature forgets what it holds of the person, and a receipt says how much that was. Nothing
 * is remembered of who was erased.
 */
package org.summertrip.messaging.erasure;
