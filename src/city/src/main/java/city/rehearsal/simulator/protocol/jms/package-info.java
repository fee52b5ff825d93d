/** A broker of the ActiveMQ kind, whose callers use JMS and are known by their certificate. */
@NullMarked
package city.rehearsal.simulator.protocol.jms;

import org.jspecify.annotations.NullMarked;
