/** Passwords: hashed with Argon2id, off the event loop, by a pool that a login storm cannot make grow. */
package org.summertrip.users.password;
