/**
 * The provident-fund centre: a line protocol as banks have it (TCP, eight digits of length, a
 * header of fixed columns, XML, a MAC with SM3). It answers questions during working hours, and in
 * the evening states what it answered.
 */
@NullMarked
package city.rehearsal.simulator.department.providentfund;

import org.jspecify.annotations.NullMarked;
