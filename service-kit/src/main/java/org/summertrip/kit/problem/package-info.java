/**
 * How every service says no: RFC 9457 problem details with a stable {@code code}, the {@code traceId} to quote to support, and
 * for bad input all violations at once. Causes stay on the server; no class name, query or stack trace ever reaches a client.
 */
package org.summertrip.kit.problem;
