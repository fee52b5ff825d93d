/**
 * Receives what departments send on their own account, and applies it to the delivery that it
 * answers.
 *
 * <p>Owns its rows of the inbox, the processed files, and the records about departments' staging
 * tables. Public face: {@link city.tongban.result.Results}, {@link
 * city.tongban.result.ResultFiles}, {@link city.tongban.result.StagedSequenceMonitor} and {@link
 * city.tongban.result.StagedDayReconciliation}.
 */
@ApplicationModule(
    allowedDependencies = {
      "canonical",
      "cases",
      "delivery",
      "connector",
      "mapping",
      "clock",
      "transport"
    })
@NullMarked
package city.tongban.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
