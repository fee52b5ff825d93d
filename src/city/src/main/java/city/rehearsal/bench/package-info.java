/**
 * What the hub costs, beside a pipe that only carries: the same messages, clients, broker and
 * department, in the same run.
 *
 * <p>Public faces: {@link city.rehearsal.bench.PipelineBench} and {@link
 * city.rehearsal.bench.BarePipe}, the baseline, a program of its own.
 */
@NullMarked
package city.rehearsal.bench;

import org.jspecify.annotations.NullMarked;
