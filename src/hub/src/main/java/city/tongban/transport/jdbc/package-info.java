/** Rows in staging tables of a database that the department owns. */
@NullMarked
package city.tongban.transport.jdbc;

import org.jspecify.annotations.NullMarked;
