/** Accounts and what may be seen of them: an e-mail only by its owner, a name by everybody who is signed in. */
package org.summertrip.users.user;
