/**
 * Signing in: short-lived access tokens that every service can verify by itself, and refresh tokens that are good for one use
 * each. A session is the family of refresh tokens of one sign-in; it lives in Redis.
 */
package org.summertrip.users.session;
