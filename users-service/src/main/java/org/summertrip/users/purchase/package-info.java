/**
 * What people bought: exact amounts, each in a currency of its own, never changed. Buying is safe to repeat without help from
 * Redis: the attempt is stored in the transaction of the purchase.
 */
package org.summertrip.users.purchase;
