/** Everything that this service holds about somebody, for their export. */
package org.summertrip.files.export;
