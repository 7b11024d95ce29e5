/** Waiting for one's turn. */
package org.summertrip.files.turn;
