/** Calls of the form {@code POST /api/v2/filings} over HTTP. */
@NullMarked
package city.tongban.transport.rest;

import org.jspecify.annotations.NullMarked;
