/** What transports over a message broker share; not a transport itself. */
@NullMarked
package city.tongban.transport.queue;

import org.jspecify.annotations.NullMarked;
