/** How the departments' servers speak: one package for each protocol, and what they share. */
@NullMarked
package city.rehearsal.simulator.protocol;

import org.jspecify.annotations.NullMarked;
