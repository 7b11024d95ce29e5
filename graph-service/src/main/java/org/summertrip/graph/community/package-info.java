/** Communities: people who know each other more than they know others, as the last analysis found them. */
package org.summertrip.graph.community;
