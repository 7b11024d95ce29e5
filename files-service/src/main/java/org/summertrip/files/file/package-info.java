/**
 * What is known of files, who may see it, and how it is kept in a store that knows no queries:
 *
 * <ul>
 *   <li>{@code files/<owner>/<id>} the content;
 *   <li>{@code index/<id>} what is known of it. <b>A file exists when this object does</b>: it is written last, in one put,
 *       since the digest and the size are only known when the content has passed. (Copying the content onto itself to add
 *       metadata would move every byte twice, and S3 copies no object beyond 5 GiB.) It answers look-ups by id without knowing
 *       the owner, and once the file is deleted it remains as a tombstone that still knows whose it was;
 *   <li>{@code owned/<owner>/<inverted id>} and {@code names/<owner>/<digest of the name>/<inverted id>} empty markers, by
 *       which a listing comes newest first: S3 lists in ascending order only, and ids ascend with time, hence inverted. A
 *       marker without a living index is passed over.
 * </ul>
 */
package org.summertrip.files.file;
