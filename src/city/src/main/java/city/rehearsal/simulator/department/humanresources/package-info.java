/**
 * Human resources: SOAP 1.1, XML in CDATA, GB18030; open from seven in the morning to nine in the
 * evening, decides at once.
 */
@NullMarked
package city.rehearsal.simulator.department.humanresources;

import org.jspecify.annotations.NullMarked;
