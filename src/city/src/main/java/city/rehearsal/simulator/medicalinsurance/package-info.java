/**
 * The medical insurer: takes files by SFTP at any hour, reads them by the byte, and writes what it
 * made of each line on the next morning.
 */
@NullMarked
package city.rehearsal.simulator.medicalinsurance;

import org.jspecify.annotations.NullMarked;
