/** What is looked after beyond readiness. */
package org.summertrip.kit.health;
