/** A department's exchange database: a PostgreSQL server of its own behind a proxy. */
@NullMarked
package city.rehearsal.simulator.protocol.database;

import org.jspecify.annotations.NullMarked;
