/**
 * Uploads that take more than one request: announced, not yet files. {@code pending/<owner>/<id>} holds what is known of one; its id
 * will be the file's, and tells when it began, so that what is too old is found in a listing.
 */
package org.summertrip.files.pending;
