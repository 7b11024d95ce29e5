/**
 * The bucket: plain S3 calls through the MinIO client, each with a timeout and none on the event loop, and content past it, on the
 * event loop. Only what every S3 has
 * is used: put, get, list, delete and multipart uploads; no tags, versions, lifecycle rules, policies or conditional writes.
 */
package org.summertrip.files.objects;
