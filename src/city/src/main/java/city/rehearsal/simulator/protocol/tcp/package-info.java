/** TCP servers and proxies on loopback, their TLS keys, and the faults of one connection. */
@NullMarked
package city.rehearsal.simulator.protocol.tcp;

import org.jspecify.annotations.NullMarked;
