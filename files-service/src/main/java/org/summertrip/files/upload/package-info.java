/** Uploads by form: one request, one file, parsed while it arrives. */
package org.summertrip.files.upload;
