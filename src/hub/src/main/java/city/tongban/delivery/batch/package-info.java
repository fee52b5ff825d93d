/** The files of back-ends that take many deliveries at once. */
@NullMarked
package city.tongban.delivery.batch;

import org.jspecify.annotations.NullMarked;
