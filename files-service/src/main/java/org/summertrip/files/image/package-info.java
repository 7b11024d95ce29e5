/**
 * Pictures: how large they are, read from their first bytes without decoding anything, and small pictures of them, made when somebody
 * first asks and kept. Decoding is Java's own ImageIO on a few workers, and only after the header has said that it will fit.
 */
package org.summertrip.files.image;
