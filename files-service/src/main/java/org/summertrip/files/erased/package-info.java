/** Whose account is gone, so that nothing of theirs comes back by a belated event or a token that is still good for some minutes. */
package org.summertrip.files.erased;
