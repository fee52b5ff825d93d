/**
 * What the hub costs, beside a pipe that only carries: the same messages, clients, broker and
 * department, in the same run.
 *
 * <p>Public faces: {@link city.tongban.bench.PipelineBench} and {@link
 * city.tongban.bench.BarePipe}, the baseline, a program of its own.
 */
@ApplicationModule(allowedDependencies = {"client", "connector", "mapping", "node"})
@NullMarked
package city.tongban.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
