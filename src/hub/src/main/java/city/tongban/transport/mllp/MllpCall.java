package city.tongban.transport.mllp;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.Connector;
import city.tongban.connector.Mllp;
import city.tongban.transport.TransportCall;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Message;

/**
 * Sends one HL7 message to a department and reads its acknowledgement. The acknowledgement is
 * accepted when it names the message that was sent (MSA-2) and comes from a sender that the
 * connector allows (MSH-3, MSH-4).
 */
final class MllpCall extends TransportCall {
  /** The answer acknowledges another message. */
  static final String OTHER_MESSAGE = "HUB-4055";

  /** The answer is not exactly one framed message. */
  static final String NOT_ONE_ANSWER = "HUB-4056";

  /** The answer comes from a sender that the connector does not allow. */
  static final String OTHER_STATION = "HUB-4057";

  private static final String SENT = "HubControlId";

  private final Connector connector;
  private final Mllp mllp;

  MllpCall(Connector connector) {
    this.connector = connector;
    this.mllp = Objects.requireNonNull(connector.mllp(), "checked when the folder was taken in");
  }

  @Override
  protected void address(Message message, String call) {
    byte[] ours = message.getBody(byte[].class);
    message.getExchange().setProperty(SENT, MessageHeader.of(ours).controlId());
  }

  @Override
  protected Answered answered(Message answer, long began) {
    byte[] theirs = answer.getBody(byte[].class);
    String sent = answer.getExchange().getProperty(SENT, String.class);
    try {
      Optional<String> acknowledged = MessageHeader.acknowledged(theirs);
      if (acknowledged.isPresent() && !acknowledged.get().equals(sent)) {
        throw doubtful(OTHER_MESSAGE, "their acknowledgement speaks of another message", "MSA-2");
      }
      MessageHeader head = MessageHeader.of(theirs);
      if (!mllp.allowedSenders().contains(head.station())) {
        throw doubtful(OTHER_STATION, "the answer is from a station that is not theirs", "MSH-3/4");
      }
      return new Answered(0, head.contentType(connector.charset()), theirs);
    } catch (HubException e) {
      throw MllpClient.unbelieved(e, theirs);
    }
  }

  private static Outage doubtful(String code, String what, String field) {
    return Outage.of(code, what)
        .inDoubt()
        .because(field + " is not what it must be")
        .fix("the same message is sent again; if it stays so, ask the back-end who answers there");
  }
}
