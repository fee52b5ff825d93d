package city.tongban.canonical;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way of a case: a row of table {@code trail}.
 *
 * @param id UUID version 7; the id that an error answer carries
 * @param stage the stage's noun: intake, case, routing, mapping, delivery, query, result, notice
 * @param event past tense, lower case with hyphens: {@code received}, {@code attempt-began}
 * @param caseNumber null for a refused message and for a step outside any case
 * @param delivery null where the step is about the case as a whole
 * @param partner id of the partner or person at the other end, when there is one
 * @param in the payload received
 * @param out the payload sent
 * @param call the four clock readings of a partner call
 * @param problem the failure, if there was one
 * @param detail a sentence for the reader of the timeline; never the resident's data
 */
public record TraceStep(
    String id,
    String stage,
    String event,
    @Nullable CaseNumber caseNumber,
    @Nullable DeliveryId delivery,
    @Nullable String partner,
    @Nullable Payload in,
    @Nullable Payload out,
    @Nullable String connectorVersion,
    @Nullable String mappingVersion,
    @Nullable Call call,
    @Nullable Problem problem,
    @Nullable KeyedMessage detail) {

  /**
   * Bytes as they were sent or received, with their declared content type.
   *
   * @param contentType as declared, such as {@code text/xml; charset=GB18030}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Payload(byte[] bytes, String contentType) {}

  /**
   * Wall-clock readings of a call: request taken, request sent, answer received, answer processed.
   * The time between the second and the third is the department's.
   */
  public record Call(
      Instant requestIn,
      Instant requestOut,
      @Nullable Instant answerIn,
      @Nullable Instant answerOut) {}

  public static Builder at(String stage, String event) {
    return new Builder(stage, event);
  }

  /** Builds a step from named parts; a part that is not set is absent. */
  public static final class Builder {
    private final String id = Ids.next();
    private final String stage;
    private final String event;
    private @Nullable CaseNumber caseNumber;
    private @Nullable DeliveryId delivery;
    private @Nullable String partner;
    private @Nullable Payload in;
    private @Nullable Payload out;
    private @Nullable String connectorVersion;
    private @Nullable String mappingVersion;
    private @Nullable Call call;
    private @Nullable Problem problem;
    private @Nullable KeyedMessage detail;

    private Builder(String stage, String event) {
      this.stage = stage;
      this.event = event;
    }

    public Builder of(CaseNumber number) {
      this.caseNumber = number;
      return this;
    }

    public Builder of(DeliveryId id) {
      this.delivery = id;
      this.caseNumber = id.caseNumber();
      return this;
    }

    public Builder with(String partner) {
      this.partner = partner;
      return this;
    }

    public Builder in(@Nullable Payload payload) {
      this.in = payload;
      return this;
    }

    public Builder out(@Nullable Payload payload) {
      this.out = payload;
      return this;
    }

    public Builder versions(@Nullable String connector, @Nullable String mapping) {
      this.connectorVersion = connector;
      this.mappingVersion = mapping;
      return this;
    }

    public Builder call(@Nullable Call call) {
      this.call = call;
      return this;
    }

    public Builder problem(@Nullable Problem problem) {
      this.problem = problem;
      return this;
    }

    public Builder detail(MessageKey key, Object... arguments) {
      return detail(key.with(arguments));
    }

    public Builder detail(@Nullable KeyedMessage detail) {
      this.detail = detail;
      return this;
    }

    public TraceStep build() {
      return new TraceStep(
          id,
          stage,
          event,
          caseNumber,
          delivery,
          partner,
          in,
          out,
          connectorVersion,
          mappingVersion,
          call,
          problem,
          detail);
    }
  }
}
