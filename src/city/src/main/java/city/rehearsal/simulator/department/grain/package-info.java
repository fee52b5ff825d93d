/** The grain bureau: sheets by SFTP, as spreadsheet programs save them. */
@NullMarked
package city.rehearsal.simulator.department.grain;

import org.jspecify.annotations.NullMarked;
