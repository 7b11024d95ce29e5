/**
 * How content becomes a file, whatever way it came: collected into parts of 5 MiB, the smallest that S3 takes, looked at, hashed,
 * counted against the quota and stored part by part. An upload therefore holds one part in memory whatever its size, and a slow
 * store slows its client down instead of filling the heap.
 */
package org.summertrip.files.intake;
