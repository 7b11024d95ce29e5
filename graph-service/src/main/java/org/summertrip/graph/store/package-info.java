/**
 * Neo4j itself: transactions as {@code Uni}s, migrations, whether it is there and how to tell that it is not. The driver's
 * asynchronous sessions are wrapped rather than its reactive ones, which are reported broken in native images.
 */
package org.summertrip.graph.store;
