/**
 * The command line: starts and stops a hub with its simulators on one machine, and calls a running
 * one.
 *
 * <p>Plain picocli and an HTTP client, no application context, so that an answer takes less than
 * two seconds. Knows the hub only as a program with settings and as an HTTP interface. Public face:
 * {@link city.tongban.cli.HubCommand} (the program) and {@link city.tongban.cli.LocalStack} (what
 * {@code ./hub up} starts).
 */
@NullMarked
package city.tongban.cli;

import org.jspecify.annotations.NullMarked;
