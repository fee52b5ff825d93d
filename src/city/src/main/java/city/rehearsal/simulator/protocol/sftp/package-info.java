/** Departments that take files: an SFTP server, its folders, and what becomes of the files. */
@NullMarked
package city.rehearsal.simulator.protocol.sftp;

import org.jspecify.annotations.NullMarked;
