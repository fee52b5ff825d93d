/** Shared code of the transports over a message broker; not a transport itself. */
@NullMarked
package city.tongban.transport.queue;

import org.jspecify.annotations.NullMarked;
