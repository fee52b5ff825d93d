/** AMQP 1.0: the broker's protocol, the proxy before it, and its messages. */
@NullMarked
package city.rehearsal.simulator.protocol.amqp;

import org.jspecify.annotations.NullMarked;
