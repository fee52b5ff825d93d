/**
 * One queue per back-end: its opening hours, rate limit and circuit breaker, and what waits in it.
 */
@NullMarked
package city.tongban.delivery.lane;

import org.jspecify.annotations.NullMarked;
