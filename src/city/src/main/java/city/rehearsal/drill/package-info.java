/**
 * Rehearses a city day and verifies the result from outside.
 *
 * <p>Generates cases and writes down the expected outcome of each before the first is sent; sends
 * them as centres do; then compares the plan with the departments' records and with the notices
 * that the centres received. Uses nothing of the hub but its HTTP interface. Public face: {@link
 * city.rehearsal.drill.Drill}.
 */
@NullMarked
package city.rehearsal.drill;

import org.jspecify.annotations.NullMarked;
