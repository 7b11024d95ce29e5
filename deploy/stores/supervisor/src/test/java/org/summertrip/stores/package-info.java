/** The stores as their users meet them: real engines, random ports, temporary directories. */
package org.summertrip.stores;
