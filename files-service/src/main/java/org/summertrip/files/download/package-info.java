/** How content goes out: from the store to the socket a chunk at a time, as fast as the reader reads. */
package org.summertrip.files.download;
