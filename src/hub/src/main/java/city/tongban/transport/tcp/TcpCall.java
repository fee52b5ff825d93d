package city.tongban.transport.tcp;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Connector;
import city.tongban.connector.TcpFraming;
import city.tongban.transport.TransportCall;
import city.tongban.transport.UntrustedResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Sends one framed message, {@code gjj.101.001.01}; a second word is the day that it is about,
 * where that is not today: {@code gjj.107.001.01 20180702}.
 */
final class TcpCall extends TransportCall {
  /** The answer belongs to another request. */
  static final String OTHER_ANSWER = "HUB-4067";

  private static final String SENT = "HubFrameSent";
  private static final Pattern CALL = Pattern.compile("([A-Za-z0-9.]{1,14})( (\\{day}|\\d{8}))?");

  private final TcpFraming frame;
  private final FrameMac keys;
  private final String contentType;
  private final Supplier<LocalDate> today;

  /**
   * Creates a call.
   *
   * @param today the business date
   */
  TcpCall(Connector connector, TcpFraming frame, FrameMac keys, Supplier<LocalDate> today) {
    this.frame = frame;
    this.keys = keys;
    this.contentType = connector.contentType();
    this.today = today;
  }

  static boolean isCall(String call) {
    return CALL.matcher(call).matches();
  }

  @Override
  protected void address(Message message, String call) {
    Matcher words = CALL.matcher(call);
    if (!words.matches()) {
      throw Fault.of("HUB-8010", "'%s' is not the type of a message", call)
          .fix("write the call as gjj.101.001.01");
    }
    Exchange exchange = message.getExchange();
    FrameHeader header =
        new FrameHeader(
            frame.version(),
            frame.hub(),
            frame.backEnd(),
            words.group(1),
            words.group(3) == null
                ? today.get().format(DateTimeFormatter.BASIC_ISO_DATE)
                : words.group(3),
            String.valueOf(kept(exchange).get("HubDelivery")),
            "",
            "",
            FrameMac.ALGORITHM,
            keys.current());
    exchange.setProperty(SENT, header);
    byte[] document = message.getBody(byte[].class);
    message.setBody(
        new FramedMessage(header, document == null ? new byte[0] : document).bytes(keys));
  }

  @Override
  protected Answered answered(Message answer, long began) {
    byte[] bytes = answer.getBody(byte[].class);
    FrameHeader sent = answer.getExchange().getProperty(SENT, FrameHeader.class);
    try {
      FramedMessage message = FramedMessage.read(bytes, keys);
      check(sent, message.header());
      return new Answered(0, contentType, message.document());
    } catch (HubException why) {
      throw new UntrustedResponse(why, new Answered(0, null, bytes));
    }
  }

  private void check(FrameHeader sent, FrameHeader answer) {
    if (!answer.version().equals(frame.version())) {
      throw other("its header has version '%s'".formatted(answer.version()));
    }
    if (!answer.sender().equals(frame.backEnd()) || !answer.receiver().equals(frame.hub())) {
      throw other("it goes from '%s' to '%s'".formatted(answer.sender(), answer.receiver()));
    }
    if (!answer.request().equals(sent.request())) {
      throw other("it names '%s' as the request that it answers".formatted(answer.request()));
    }
    if (answer.code().equals(frame.credentialRefused())) {
      throw CallFailures.credentialRefused("the back-end refused our credential")
          .because("its header says " + answer.code())
          .fix("renew the secret below hub.secrets; the lane goes on by itself");
    }
  }

  private static Outage other(String why) {
    return Outage.of(OTHER_ANSWER, "the answer is not one to our question")
        .inDoubt()
        .because(why)
        .fix("nothing in it was believed; ask the back-end what it sent");
  }
}
