/** When an account is erased, all of its files go, every trace of them, and a receipt says how many that were. */
package org.summertrip.files.erasure;
