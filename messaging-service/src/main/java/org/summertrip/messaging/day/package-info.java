/** On which days there is something to export, by people. */
package org.summertrip.messaging.day;
