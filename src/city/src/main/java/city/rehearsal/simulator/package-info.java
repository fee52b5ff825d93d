/**
 * The departments' side: real servers with books, rules and refusals of their own, in a process of
 * their own.
 *
 * <p>A simulator is never told what the hub thinks; it checks what arrives. It shares no code with
 * the hub, so that a mistake made once is not made on both sides of the wire. Folders: {@code
 * office} is what every department has, {@code office.files} what those have who take files; each
 * of the others is one department. Public face: {@link city.rehearsal.simulator.Simulators}.
 */
@NullMarked
package city.rehearsal.simulator;

import org.jspecify.annotations.NullMarked;
