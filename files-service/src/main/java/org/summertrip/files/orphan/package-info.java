/**
 * Objects that belong to no file. There should be none: every crash is cleaned up after by the outbox or a sweep. This is for
 * whoever does not take our word for it, restored half a backup, or meddled with the bucket.
 */
package org.summertrip.files.orphan;
