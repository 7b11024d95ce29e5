/** What browsers need to be told: which other origins may call, and what an answer must not be used for. */
package org.summertrip.gateway.web;
