/** Export: everything that this service holds of a person, on their own request, as one JSON object that is never whole in memory. */
package org.summertrip.messaging.export;
