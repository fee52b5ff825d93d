/** Framed messages over TCP, each with a message authentication code. */
@NullMarked
package city.tongban.transport.tcp;

import org.jspecify.annotations.NullMarked;
