/** What people bought: exact amounts, each in its own currency, never summed across currencies and never changed. */
package org.summertrip.users.purchase;
