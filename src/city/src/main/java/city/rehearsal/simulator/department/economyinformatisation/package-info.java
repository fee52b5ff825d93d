/**
 * Economy and informatisation: REST, JSON, SM2 signatures both ways, personal fields under SM4;
 * open day and night, decides at once, and knows a number that it has seen.
 */
@NullMarked
package city.rehearsal.simulator.department.economyinformatisation;

import org.jspecify.annotations.NullMarked;
