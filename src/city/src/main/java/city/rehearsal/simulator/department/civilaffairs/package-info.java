/**
 * Civil affairs: an exchange database in whose tables applications are put and results are left;
 * decisions are made on working days.
 */
@NullMarked
package city.rehearsal.simulator.department.civilaffairs;

import org.jspecify.annotations.NullMarked;
