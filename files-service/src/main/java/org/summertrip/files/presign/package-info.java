/** Around this service: addresses by which clients put content into the store and read it there themselves. */
package org.summertrip.files.presign;
