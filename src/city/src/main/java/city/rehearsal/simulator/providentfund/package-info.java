/**
 * The provident-fund centre: a line of its own as banks have them, TCP with eight digits of length,
 * a header of fixed columns, XML, a MAC with SM3; it answers questions from half past eight to five
 * on working days, and at half past six says what it answered.
 */
@NullMarked
package city.rehearsal.simulator.providentfund;

import org.jspecify.annotations.NullMarked;
