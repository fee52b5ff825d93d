/**
 * Speaks to a running hub as any partner would: over HTTP, with a bearer token.
 *
 * <p>Used by the command line and the drill, which judge the hub from outside and so share nothing
 * else with it. Public face: {@link city.rehearsal.client.HubClient}.
 */
@NullMarked
package city.rehearsal.client;

import org.jspecify.annotations.NullMarked;
