/** What is gone, remembered for those who may delete it again: a repeated DELETE of one's own is 204, another's is 404. */
package org.summertrip.users.gone;
