/** What departments have in common that take files over SFTP, and answer them the morning after. */
@NullMarked
package city.rehearsal.simulator.protocol.sftp;

import org.jspecify.annotations.NullMarked;
