/** Text as people search for it. */
package org.summertrip.users.text;
