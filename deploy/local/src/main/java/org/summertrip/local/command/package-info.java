/** The command line: {@code deploy/up}, {@code deploy/down} and {@code deploy/status}. */
package org.summertrip.local.command;
