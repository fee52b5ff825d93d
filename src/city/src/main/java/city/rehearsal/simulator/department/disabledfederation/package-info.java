/**
 * The disabled persons' federation: REST by form, an application id for each interface, calls
 * signed with HMAC-SM3, XML that says UTF-8 and at times is not; open from eight to six, decides at
 * once.
 */
@NullMarked
package city.rehearsal.simulator.department.disabledfederation;

import org.jspecify.annotations.NullMarked;
