/**
 * Simulated departments: real servers with stores, rules and refusals of their own, in a process of
 * their own.
 *
 * <p>A simulator is never told what the hub thinks: it checks what arrives. It shares no code with
 * the hub, so that a mistake in one is not repeated in the other. Packages: {@code core} is what
 * every department has, {@code protocol} what departments with the same protocol share, {@code
 * department} has one package per department. Public face: {@link
 * city.rehearsal.simulator.Simulators}.
 */
@NullMarked
package city.rehearsal.simulator;

import org.jspecify.annotations.NullMarked;
