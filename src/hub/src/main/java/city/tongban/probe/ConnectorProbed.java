package city.tongban.probe;

import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.Traceable;

/**
 * A person has tested a connection. {@code trace} records it with the reads: it is an act of a
 * person, and belongs to no case.
 */
record ConnectorProbed(String who, Probe probe) implements Traceable {
  @Override
  public TraceStep step() {
    return TraceStep.at("trace", "connection-tested")
        .with(who)
        .versions(probe.version(), null)
        .detail(
            MessageKey.CONNECTION_TESTED,
            probe.backEnd(),
            KeyedMessage.code(
                "probe.check", probe.firstFailure().map(step -> step.check().word()).orElse("ok")))
        .problem(probe.firstFailure().map(this::problem).orElse(null))
        .build();
  }

  private Problem problem(ProbeStep failed) {
    return new Problem(
        "HUB-8035",
        "the connection test of %s failed at '%s'"
            .formatted(probe.backEnd(), failed.check().word()),
        failed.cause() == null ? "no cause is known" : failed.cause().word(),
        "look at the test's own words",
        null);
  }
}
