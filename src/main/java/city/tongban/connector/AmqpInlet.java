package city.tongban.connector;

import city.tongban.canonical.Refusal;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;
import org.jspecify.annotations.Nullable;

/**
 * What is let in of the messages that they leave for us: bytes or text, of a bounded size; and how
 * a message that was refused is laid aside at their broker, so that the next one has its turn.
 */
final class AmqpInlet {
  /** Their broker moves what is acknowledged so to its dead-letter address. */
  private static final int REJECTED = 2;

  private static final String ACKNOWLEDGE_AS = "JMS_AMQP_ACK_TYPE";
  private static final String TRIES = "JMSXDeliveryCount";
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(10);
  private static final String MESSAGE = "HubAmqpMessage";

  private static final byte[] NOTHING = {};

  private final AmqpLine line;
  private final String queue;
  private final String contentType;
  private final long bytesMax;

  /**
   * @param line for a look of its own into the queue
   * @param contentType of what does not say
   */
  AmqpInlet(AmqpLine line, String queue, String contentType, long bytesMax) {
    this.line = line;
    this.queue = queue;
    this.contentType = contentType;
    this.bytesMax = bytesMax;
  }

  /** Route step: the message's bytes, {@code Content-Type} and {@code HubTry}. */
  public void read(Exchange exchange) throws JMSException, InterruptedException {
    Message message = exchange.getIn(JmsMessage.class).getJmsMessage();
    int tries = message.getIntProperty(TRIES);
    exchange.setProperty(MESSAGE, message);
    exchange.getMessage().removeHeaders("*", "HubBackEnd");
    exchange.getMessage().setHeader("HubTry", tries);
    exchange.getMessage().setBody(NOTHING); // for no body Camel would read the message itself
    rest(tries);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, declared(message));
    exchange.getMessage().setBody(bytes(message));
  }

  /** Route step: after what was said about it is committed. */
  public void putAside(Exchange exchange) throws JMSException {
    Message message = exchange.getProperty(MESSAGE, Message.class);
    if (AmqpReader.standsIn(message)) {
      AmqpUndecodable.wearOut(line, queue);
    } else {
      message.setIntProperty(ACKNOWLEDGE_AS, REJECTED);
    }
  }

  /** A message that comes again came to nothing before: the cause gets time to pass. */
  private static void rest(int tries) throws InterruptedException {
    Duration pause = PAUSE.multipliedBy((long) (tries - 1) * (tries - 1));
    Thread.sleep(Math.min(pause.toMillis(), PAUSE_MAX.toMillis()));
  }

  private byte[] bytes(Message message) throws JMSException {
    if (message instanceof BytesMessage binary) {
      if (binary.getBodyLength() > bytesMax) {
        throw tooLarge();
      }
      byte[] bytes = new byte[Math.toIntExact(binary.getBodyLength())];
      binary.readBytes(bytes);
      return bytes;
    }
    if (message instanceof TextMessage text) {
      return bytes(text);
    }
    if (AmqpReader.standsIn(message)) {
      throw Refusal.of("HUB-9007", "the answer cannot be decoded")
          .because("its bytes are not text in the charset that it declares")
          .fix("ask the back-end what it sent; nothing is replaced or guessed");
    }
    throw Refusal.of("HUB-4043", "a message on their queue is neither bytes nor text")
        .because("it is of the kind " + message.getClass().getSimpleName())
        .fix("ask the back-end what it sends; it is not looked into, and lies at its broker");
  }

  /** The client has decoded it already, strictly, by what its content type says. */
  private byte[] bytes(TextMessage message) throws JMSException {
    byte[] bytes = String.valueOf(message.getText()).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > bytesMax) {
      throw tooLarge();
    }
    return bytes;
  }

  private String declared(Message message) {
    if (message instanceof TextMessage) {
      return contentType.replaceFirst(";.*", "") + "; charset=utf-8";
    }
    @Nullable String theirs =
        message instanceof org.apache.qpid.jms.message.JmsMessage amqp
                && amqp.getFacade() instanceof AmqpJmsMessageFacade envelope
                && envelope.getContentType() != null
            ? envelope.getContentType().toString()
            : null;
    return theirs == null || theirs.equals("application/octet-stream") ? contentType : theirs;
  }

  private Refusal tooLarge() {
    return Refusal.of("HUB-9009", "the answer is larger than %d bytes", bytesMax)
        .because("limits.answerSize of the connector stopped the reading")
        .fix("ask the back-end what it sent; raise answerSize only if it is right");
  }
}
