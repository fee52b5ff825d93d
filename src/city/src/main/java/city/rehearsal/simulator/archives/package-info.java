/**
 * The archives: a broker of the ActiveMQ kind, whose callers are known by certificate; readers who
 * look a file up within their hours; and answers with an extract as PDF.
 */
@NullMarked
package city.rehearsal.simulator.archives;

import org.jspecify.annotations.NullMarked;
