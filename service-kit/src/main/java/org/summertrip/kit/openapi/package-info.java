/** What the documentation of every service says alike, so that no resource has to repeat it. */
package org.summertrip.kit.openapi;
