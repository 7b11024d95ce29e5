/**
 * Anomalies: people who behave as bulk senders and their networks do. Each finding says by which rule and which figures; what to
 * do about it is for people to decide. The rules are configuration.
 */
package org.summertrip.graph.anomaly;
