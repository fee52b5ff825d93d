/** The SOAP 1.1 envelope, read and written by hand: a CXF server would hide the bytes. */
@NullMarked
package city.rehearsal.simulator.protocol.soap;

import org.jspecify.annotations.NullMarked;
