/**
 * How content comes in. The form is parsed while it arrives and its file goes on to the store in parts of 5 MiB, the smallest
 * that S3 takes; while a part is on its way the socket is not read. An upload therefore holds one part in memory whatever its size,
 * and a slow store slows its client down instead of filling the heap.
 */
package org.summertrip.files.upload;
