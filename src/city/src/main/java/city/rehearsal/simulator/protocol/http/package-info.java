/** What departments have in common that answer HTTP calls, or send results to a web-hook. */
@NullMarked
package city.rehearsal.simulator.protocol.http;

import org.jspecify.annotations.NullMarked;
