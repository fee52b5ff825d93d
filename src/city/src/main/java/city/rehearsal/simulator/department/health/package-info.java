/**
 * The health bureau: HL7 v2.5.1 over MLLP with TLS; an acknowledgement at once, the decision later
 * by a call to the hub. One of its stations writes GB 18030-2000.
 */
@NullMarked
package city.rehearsal.simulator.department.health;

import org.jspecify.annotations.NullMarked;
