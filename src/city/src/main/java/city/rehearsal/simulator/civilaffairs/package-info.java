/**
 * Civil affairs: a front-end exchange database of its own, in whose tables applications are put and
 * answers are left; an office that works through them on working days; and a line that can break.
 */
@NullMarked
package city.rehearsal.simulator.civilaffairs;

import org.jspecify.annotations.NullMarked;
