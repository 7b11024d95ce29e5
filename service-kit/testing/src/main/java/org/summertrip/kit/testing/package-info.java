/**
 * What the tests of every service share: real stores, an issuer of tokens, streams to look into, and the contracts that all
 * services keep alike, written once and run by each.
 */
package org.summertrip.kit.testing;
