/**
 * The virus scanner, if there is one: a ClamAV daemon that is given every content before it becomes a file. When it finds something the
 * upload is refused, and when it cannot be asked nothing is taken in.
 */
package org.summertrip.files.scan;
