/**
 * The whole suite on one machine, as an object: {@link org.summertrip.local.Suite} starts the stores, the services and
 * the gateway, watches over them and stops them again. The command line is in {@code command}, what is seen on the
 * screen in {@code console}.
 */
package org.summertrip.local;
