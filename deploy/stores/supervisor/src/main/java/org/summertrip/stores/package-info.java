/**
 * The five stores of Summer-Trip on one machine, without Docker: real engines from Maven Central, each a process of its
 * own with a class path of its own, and one supervisor over them. {@link org.summertrip.stores.Main} is the command for
 * people, {@link org.summertrip.stores.Stores} the same for tests.
 */
package org.summertrip.stores;
