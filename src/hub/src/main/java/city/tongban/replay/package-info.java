/**
 * Looks once more at what was recorded: through the sheets of a version that is not active yet, and
 * as an example for its tests. Nothing is sent and nothing is changed.
 *
 * <p>Public faces: {@link city.tongban.replay.ReplayService} and {@link
 * city.tongban.replay.RecordedExamples}.
 */
@ApplicationModule(
    allowedDependencies = {
      "bundle",
      "canonical",
      "cases",
      "connector",
      "delivery",
      "mapping",
      "trace"
    })
@NullMarked
package city.tongban.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
