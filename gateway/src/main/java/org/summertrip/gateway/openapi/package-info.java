/** One document for the whole API, made of what each service says of itself, and a page to try it out. */
package org.summertrip.gateway.openapi;
