/** The grain bureau: sheets by SFTP, as spreadsheets write them. */
@NullMarked
package city.rehearsal.simulator.grain;

import org.jspecify.annotations.NullMarked;
