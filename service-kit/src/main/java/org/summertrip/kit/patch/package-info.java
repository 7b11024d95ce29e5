/** PATCH: JSON merge patch (RFC 7396), absent = unchanged, null = cleared, validated as the whole that comes out of it. */
package org.summertrip.kit.patch;
