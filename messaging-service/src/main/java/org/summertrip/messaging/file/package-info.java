/** Which files exist and who may show them: a small projection of files-service. */
package org.summertrip.messaging.file;
