/** Queues of a broker of the ActiveMQ family: a request, and later its answer. */
@NullMarked
package city.tongban.transport.jms;

import org.jspecify.annotations.NullMarked;
