/**
 * The medical insurer: files of fixed columns by SFTP at any hour, with a digest in the last line;
 * results on the next morning.
 */
@NullMarked
package city.rehearsal.simulator.department.medicalinsurance;

import org.jspecify.annotations.NullMarked;
