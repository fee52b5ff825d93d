/** Queues of a broker that speaks AMQP 1.0. */
@NullMarked
package city.tongban.transport.amqp;

import org.jspecify.annotations.NullMarked;
