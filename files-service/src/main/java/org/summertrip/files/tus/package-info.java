/**
 * Resumable uploads, tus 1.0.0. What arrives is kept at once as pieces {@code parts/<id>/<offset>}, each written only if there is none
 * at its offset yet, so the pieces always form one chain whoever writes them, and the offset is where the chain ends: nothing else is
 * stored about it, nothing can contradict it, and any replica can go on. Pieces may be smaller than S3's 5 MiB since they are plain
 * objects; when the chain is complete it is read once and becomes a file like any other upload.
 */
package org.summertrip.files.tus;
