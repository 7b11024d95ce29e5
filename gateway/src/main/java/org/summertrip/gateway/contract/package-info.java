/**
 * What the services promise: their committed OpenAPI documents, copied onto the class path by the build.
 *
 * <p>The route table and the merged documentation both come from them. Exposure is thereby explicit: what is not in a reviewed
 * contract cannot be reached. The documentation is whole while a service is down, and a start needs no discovery. Asking the
 * running services instead was rejected: the public surface would depend on who happens to be up, and a service could widen it by
 * itself. Routing by prefix, as the predecessor's sketches had it, was rejected too: it would publish whatever lies under the prefix.
 */
package org.summertrip.gateway.contract;
