/** One call for one delivery: prepared, begun, answered or failed, or orphaned. */
@NullMarked
package city.tongban.delivery.attempt;

import org.jspecify.annotations.NullMarked;
