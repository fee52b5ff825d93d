/** HL7 v2 messages over MLLP and TLS, in both directions. */
@NullMarked
package city.tongban.transport.mllp;

import org.jspecify.annotations.NullMarked;
