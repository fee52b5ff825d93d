/**
 * The trade union: a broker of its own, on which applications are put and answers are left; an
 * office that reads and answers; and a line that can be told to break.
 */
@NullMarked
package city.rehearsal.simulator.tradeunion;

import org.jspecify.annotations.NullMarked;
