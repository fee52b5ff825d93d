package city.tongban.faults;

import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.Traceable;

/**
 * Somebody switched faults; it stands with the record of who read what ({@code trace}), for it is
 * an act of a person and belongs to no case.
 */
record FaultsSwitched(String event, String who, KeyedMessage detail) implements Traceable {
  @Override
  public TraceStep step() {
    return TraceStep.at("trace", event).with(who).detail(detail).build();
  }
}
