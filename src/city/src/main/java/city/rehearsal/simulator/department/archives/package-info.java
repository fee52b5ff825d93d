/**
 * The archives: XML over JMS; they look files up within their working hours and answer with an
 * extract as PDF.
 */
@NullMarked
package city.rehearsal.simulator.department.archives;

import org.jspecify.annotations.NullMarked;
