/** The trade union: JSON over AMQP 1.0; it reads messages and leaves notices on its own broker. */
@NullMarked
package city.rehearsal.simulator.department.tradeunion;

import org.jspecify.annotations.NullMarked;
