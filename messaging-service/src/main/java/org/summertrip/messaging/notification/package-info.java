/**
 * Notifications: what a person is told once, kept for ninety days. Other services and admins write them, and facts of the graph
 * become them.
 */
package org.summertrip.messaging.notification;
