/** Who takes part in which conversation: the one question that every access to a conversation starts with. */
package org.summertrip.messaging.participant;
