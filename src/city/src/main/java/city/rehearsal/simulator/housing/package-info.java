/**
 * The housing administration: REST, OAuth 2 client credentials, contract 2.3; decides later and
 * rings back.
 */
@NullMarked
package city.rehearsal.simulator.housing;

import org.jspecify.annotations.NullMarked;
