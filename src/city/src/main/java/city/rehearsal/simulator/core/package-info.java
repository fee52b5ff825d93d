/**
 * What every simulated department has, whatever its protocol. Knows no department and no protocol
 * but the shared HTTP server.
 *
 * <p>A department is a package {@code department.<name>} of four parts, most of them data:
 *
 * <ol>
 *   <li><b>Reading.</b> The protocol's server (HTTP servlet, SFTP folder, broker queue, socket,
 *       table) gives the department the bytes of a request. The department parses them into its own
 *       record, field by field in its own names, widths and formats, and throws {@link
 *       city.rehearsal.simulator.core.FormatException} with a sentence in the department's words
 *       for whatever its contract does not allow.
 *   <li><b>Rules.</b> A pure function from that record to a {@link
 *       city.rehearsal.simulator.core.Decision}: approved, rejected or not accepted, with a reason.
 *   <li><b>Pacing.</b> A {@link city.rehearsal.simulator.core.Pacing}: how many applications are
 *       decided within seconds, and how much business time the others take. A department that
 *       decides while the sender waits has none.
 *   <li><b>Writing.</b> The answer to a call, and the results that are sent later, from a {@link
 *       city.rehearsal.simulator.core.StoredMessage}; and for each fault that the department can
 *       have, the defect in its own format.
 * </ol>
 *
 * <p>The core does the rest. {@link city.rehearsal.simulator.core.ApplicationRegister} stores
 * applications and withdrawals in the {@link city.rehearsal.simulator.core.ApplicationStore}, which
 * survives a restart. {@link city.rehearsal.simulator.core.DecisionScheduler} decides when the
 * {@link city.rehearsal.simulator.core.BusinessClock} says so. {@link
 * city.rehearsal.simulator.core.ResultSender} sends results until the hub has acknowledged them.
 * {@link city.rehearsal.simulator.core.Faults} tells which fault occurs now. {@link
 * city.rehearsal.simulator.core.ControlServlet} is the control port of the rehearsal: it sets the
 * clock, lists what was stored, and switches faults. A department implements {@link
 * city.rehearsal.simulator.core.Department} and is listed in {@code DepartmentRegistry}.
 *
 * <p>How a department treats a delivery id that comes again is part of its contract and therefore
 * stays in the department: {@code doubt: same-id} answers as before, {@code doubt: ask} and {@code
 * doubt: person} store the application a second time.
 */
@NullMarked
package city.rehearsal.simulator.core;

import org.jspecify.annotations.NullMarked;
