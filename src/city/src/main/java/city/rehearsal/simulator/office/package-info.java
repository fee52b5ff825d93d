/**
 * What every department's office has: a book, a clock, a front door, and faults that can be
 * switched on.
 */
@NullMarked
package city.rehearsal.simulator.office;

import org.jspecify.annotations.NullMarked;
