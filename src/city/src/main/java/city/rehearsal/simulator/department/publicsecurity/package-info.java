/**
 * Public security: SOAP 1.1 with the document in the Body, client certificates, signed envelopes;
 * answers at once, makes cards later and sends a notice to a web-hook.
 */
@NullMarked
package city.rehearsal.simulator.department.publicsecurity;

import org.jspecify.annotations.NullMarked;
