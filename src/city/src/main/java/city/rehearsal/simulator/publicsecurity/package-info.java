/**
 * Public security: SOAP 1.1 with the document in the Body, certificates on the line and in the
 * message; answers at the counter, makes cards later and rings back.
 */
@NullMarked
package city.rehearsal.simulator.publicsecurity;

import org.jspecify.annotations.NullMarked;
