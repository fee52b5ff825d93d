/**
 * Measures the hub beside a plain Camel pipe: the same messages, clients, broker settings and
 * department, in the same run.
 *
 * <p>Public faces: {@link city.rehearsal.bench.PipelineBench} and {@link
 * city.rehearsal.bench.BarePipe}, the baseline, a program of its own.
 */
@NullMarked
package city.rehearsal.bench;

import org.jspecify.annotations.NullMarked;
