package city.tongban.api;

import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep.Call;
import city.tongban.trace.TraceStepView;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One stop of a trail; payloads by size and digest only.
 *
 * @param at wall clock
 */
record TraceStepResponse(
    String id,
    OffsetDateTime at,
    OffsetDateTime businessAt,
    String stage,
    String event,
    @Nullable String caseNumber,
    @Nullable String delivery,
    @Nullable String partner,
    @Nullable String detail,
    @Nullable String connectorVersion,
    @Nullable String mappingVersion,
    @Nullable CallAnswer call,
    @Nullable Problem problem,
    TraceStepView.@Nullable Body in,
    TraceStepView.@Nullable Body out,
    String node) {

  /** Our request in and out, their answer in and out: whose delay it was is a subtraction. */
  record CallAnswer(
      OffsetDateTime requestIn,
      OffsetDateTime requestOut,
      @Nullable OffsetDateTime answerIn,
      @Nullable OffsetDateTime answerOut) {}

  static TraceStepResponse of(TraceStepView view) {
    return new TraceStepResponse(
        view.id(),
        CityTime.of(view.at()),
        CityTime.of(view.businessAt()),
        view.stage(),
        view.event(),
        view.caseNumber(),
        view.deliverySequence() == null ? null : view.caseNumber() + "/" + view.deliverySequence(),
        view.partner(),
        view.detail(),
        view.connectorVersion(),
        view.mappingVersion(),
        call(view.call()),
        view.problem(),
        view.in(),
        view.out(),
        view.node());
  }

  private static @Nullable CallAnswer call(@Nullable Call call) {
    return call == null
        ? null
        : new CallAnswer(
            CityTime.of(call.requestIn()),
            CityTime.of(call.requestOut()),
            CityTime.orNull(call.answerIn()),
            CityTime.orNull(call.answerOut()));
  }
}
