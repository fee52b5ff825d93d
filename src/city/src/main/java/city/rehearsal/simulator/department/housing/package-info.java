/**
 * The housing administration: REST with OAuth 2 client credentials, contract 2.3; decides later and
 * sends results to a web-hook.
 */
@NullMarked
package city.rehearsal.simulator.department.housing;

import org.jspecify.annotations.NullMarked;
