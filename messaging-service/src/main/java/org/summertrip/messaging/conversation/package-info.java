/** Conversations: one for every pair of people, ad-hoc ones of several, and one for every trip, projected from its group. */
package org.summertrip.messaging.conversation;
