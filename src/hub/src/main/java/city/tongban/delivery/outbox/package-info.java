/** The delivery's row, and its publication into the lane. */
@NullMarked
package city.tongban.delivery.outbox;

import org.jspecify.annotations.NullMarked;
