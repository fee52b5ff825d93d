/** What the end of an attempt means, for a single delivery and for a batch alike. */
@NullMarked
package city.tongban.delivery.outcome;

import org.jspecify.annotations.NullMarked;
