/** MLLP: HL7 messages in frames over TLS, as a server that is called and as a client that calls. */
@NullMarked
package city.rehearsal.simulator.protocol.mllp;

import org.jspecify.annotations.NullMarked;
