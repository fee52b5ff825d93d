/**
 * Human resources: SOAP 1.1, XML in CDATA, GB18030; open from seven to nine in the evening, decides
 * at once.
 */
@NullMarked
package city.rehearsal.simulator.humanresources;

import org.jspecify.annotations.NullMarked;
