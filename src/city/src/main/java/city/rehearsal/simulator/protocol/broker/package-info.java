/**
 * A department's own message broker: an embedded Artemis with four queues, who may use them, and
 * the department's client that reads and sends, whatever protocol the broker speaks.
 */
@NullMarked
package city.rehearsal.simulator.protocol.broker;

import org.jspecify.annotations.NullMarked;
