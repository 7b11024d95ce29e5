/**
 * The files of a trip: photos, tickets, maps. Content streams from the socket into an S3 bucket and back without ever being
 * whole in memory; everything the service knows lies in that bucket too, as small JSON objects, so that any S3 will do and a
 * copy of the bucket is a complete backup. Redis holds only what can be had again: who is in which group.
 */
package org.summertrip.files;
