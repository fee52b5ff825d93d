/**
 * Client of a running hub: HTTP with a bearer token, as any partner uses it.
 *
 * <p>Used by the command line and the drill. It shares no code with the hub. Public face: {@link
 * city.rehearsal.client.HubClient}.
 */
@NullMarked
package city.rehearsal.client;

import org.jspecify.annotations.NullMarked;
