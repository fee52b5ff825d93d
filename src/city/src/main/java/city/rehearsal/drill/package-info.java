/**
 * A rehearsal of a city day, judged from outside.
 *
 * <p>Makes cases and writes down how each must end before it is sent; sends them as the centres
 * would; then compares what the departments have in their books and what the centres were told with
 * what was written. Uses nothing of the hub but its HTTP interface. Public face: {@link
 * city.rehearsal.drill.Drill}.
 */
@NullMarked
package city.rehearsal.drill;

import org.jspecify.annotations.NullMarked;
