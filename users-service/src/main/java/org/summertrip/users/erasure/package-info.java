/**
 * What is held about somebody: shown to them whole, and forgotten when they want that, in every store of every service. Each
 * service forgets by itself when it reads {@code user.erased} and answers with a receipt.
 */
package org.summertrip.users.erasure;
