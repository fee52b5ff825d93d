package city.tongban.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the structured JSON of CloudEvents 1.0. The same notice makes the same event, however
 * often it is sent.
 *
 * @param sequence the notice's number with leading zeros, because this extension is compared as
 *     text
 * @param traceparent the trace in which the case was received
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time"})
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    String time,
    String datacontenttype,
    String sequence,
    @Nullable String traceparent,
    Notice data) {
  static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

  static CloudEvent of(String receiver, Notice notice, @Nullable String traceparent) {
    return new CloudEvent(
        "1.0",
        notice.id(),
        "/api/v1/centres/" + receiver + "/inbox",
        notice.event(),
        notice.caseNumber(),
        notice.at(),
        "application/json",
        "%019d".formatted(notice.number()),
        traceparent,
        notice);
  }
}
