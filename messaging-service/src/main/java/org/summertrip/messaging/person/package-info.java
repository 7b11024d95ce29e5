/** Who exists: a small projection of users-service, enough to tell a known person from an unknown one and to name them. */
package org.summertrip.messaging.person;
