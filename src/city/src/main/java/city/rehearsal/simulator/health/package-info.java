/**
 * The health bureau: HL7 v2.5.1 in ER7, in frames over TLS; an acknowledgement at once, the
 * decision later by a call of its own. One of its stations writes GB 18030-2000.
 */
@NullMarked
package city.rehearsal.simulator.health;

import org.jspecify.annotations.NullMarked;
