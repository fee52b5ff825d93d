/**
 * Files that are uploaded to a server of the back-end, and result files that are fetched from it.
 */
@NullMarked
package city.tongban.transport.sftp;

import org.jspecify.annotations.NullMarked;
