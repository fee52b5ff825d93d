package city.tongban.api;

import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep.Call;
import city.tongban.trace.TraceStepView;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trace step; payloads by size and digest only.
 *
 * @param at wall clock
 * @param detail rendered in the language of the request, or as an older version stored it
 * @param detailKey key of the message; null where the row has text only
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
    @Nullable String detailKey,
    @Nullable List<Object> detailArguments,
    @Nullable String connectorVersion,
    @Nullable String mappingVersion,
    @Nullable CallAnswer call,
    @Nullable Problem problem,
    TraceStepView.@Nullable Body in,
    TraceStepView.@Nullable Body out,
    String node) {

  /**
   * The four clock readings of a call, from which the hub's time and the department's are computed.
   */
  record CallAnswer(
      OffsetDateTime requestIn,
      OffsetDateTime requestOut,
      @Nullable OffsetDateTime answerIn,
      @Nullable OffsetDateTime answerOut) {}

  static TraceStepResponse of(TraceStepView view, ResponseTexts texts) {
    KeyedMessage message = view.detail() == null ? null : view.detail().message();
    return new TraceStepResponse(
        view.id(),
        CityTime.of(view.at()),
        CityTime.of(view.businessAt()),
        view.stage(),
        view.event(),
        view.caseNumber(),
        view.deliverySequence() == null ? null : view.caseNumber() + "/" + view.deliverySequence(),
        view.partner(),
        texts.render(view.detail()),
        message == null ? null : message.key(),
        message == null ? null : message.arguments(),
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
