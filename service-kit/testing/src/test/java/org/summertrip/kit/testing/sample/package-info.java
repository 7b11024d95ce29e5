/** A service as small as one can be, to try the kit on. */
package org.summertrip.kit.testing.sample;
