/**
 * The little that every Summer-Trip service does alike, one package per subject: how it says no ({@code problem}), how it
 * pages ({@code page}), who is calling ({@code identity}), how a POST is made safe to repeat ({@code idempotency}), how facts
 * travel ({@code event}), how a reader notices change ({@code etag}), what things are called ({@code id}) and how a request
 * is followed ({@code trace}). A subject belongs here only when two services need it in exactly the same form.
 */
package org.summertrip.kit;
