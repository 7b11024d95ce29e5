/** What text may come in: counted as people count it, and storable as it is. */
package org.summertrip.messaging.text;
