/**
 * The five engines: for each one class that knows its command line, its configuration files, what its first start needs
 * beside, and the question that tells whether it is ready. They do not know each other, nor who starts them.
 */
package org.summertrip.stores.engine;
