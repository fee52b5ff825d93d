package city.tongban.transport.queue;

import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;

/**
 * Reads the messages that a department sends: bytes or text, of a limited size; and moves a refused
 * message aside at the broker, so that the next one can be read.
 */
public abstract class QueueMessageReader {
  protected static final String TRIES = "JMSXDeliveryCount";
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(10);
  private static final String MESSAGE = "HubQueueMessage";

  private static final byte[] NOTHING = {};

  /** The content type of a message that declares none. */
  protected final String contentType;

  private final long bytesMax;

  protected QueueMessageReader(Connector connector) {
    this.contentType = connector.contentType();
    this.bytesMax = connector.limits().answerBytes();
  }

  /** Route step: the message's bytes, {@code Content-Type} and {@code HubTry}. */
  public final void read(Exchange exchange) throws JMSException, InterruptedException {
    JmsMessage camel = exchange.getIn(JmsMessage.class);
    Message message = camel.getJmsMessage();
    exchange.setProperty(MESSAGE, camel);
    exchange.getMessage().removeHeaders("*", "HubBackEnd");
    exchange.getMessage().setBody(NOTHING); // for a null body Camel would read the message itself
    int tries = tries(message);
    exchange.getMessage().setHeader("HubTry", tries);
    envelope(message, exchange.getMessage());
    rest(tries);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, declared(message));
    exchange.getMessage().setBody(bytes(message));
  }

  /** Route step: moves a message aside after its refusal is committed. */
  public final void putAside(Exchange exchange) throws JMSException {
    putAside(exchange.getProperty(MESSAGE, JmsMessage.class));
  }

  protected abstract void putAside(JmsMessage refused) throws JMSException;

  /** Sets headers from the message properties. */
  protected void envelope(Message message, org.apache.camel.Message headers) throws JMSException {}

  /** The content type that a bytes message declares, or the agreed one. */
  protected String typeOfBytes(Message message) {
    return contentType;
  }

  /** The bytes of a message that is neither bytes nor text. */
  protected byte[] otherwise(Message message) throws JMSException {
    throw Refusal.of("HUB-4043", "a message on their queue is neither bytes nor text")
        .because("it is of the kind " + message.getClass().getSimpleName())
        .fix("ask the back-end what it sends; it is not looked into, and lies at its broker");
  }

  /** How often the message was delivered, from 1. */
  protected int tries(Message message) throws JMSException {
    return message.getIntProperty(TRIES);
  }

  protected static Refusal undecodable() {
    return Refusal.of("HUB-9007", "the answer cannot be decoded")
        .because("its bytes are not text in the charset that it declares")
        .fix("ask the back-end what it sent; nothing is replaced or guessed");
  }

  /** Waits before another try of a message, so that the cause of the failure can pass. */
  private static void rest(int tries) throws InterruptedException {
    Duration pause = PAUSE.multipliedBy((long) (tries - 1) * (tries - 1));
    Thread.sleep(Math.min(pause.toMillis(), PAUSE_MAX.toMillis()));
  }

  private byte[] bytes(Message message) throws JMSException {
    if (message instanceof BytesMessage binary) {
      long length = binary.getBodyLength();
      if (length < 0 || length > bytesMax) {
        throw tooLarge();
      }
      byte[] bytes = new byte[Math.toIntExact(length)];
      binary.readBytes(bytes);
      return bytes;
    }
    return message instanceof TextMessage text ? bytes(text) : otherwise(message);
  }

  /** The client has decoded the text already; an unpaired surrogate is not replaced here. */
  private byte[] bytes(TextMessage message) throws JMSException {
    try {
      CharBuffer text = CharBuffer.wrap(String.valueOf(message.getText()));
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(text);
      if (encoded.remaining() > bytesMax) {
        throw tooLarge();
      }
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw undecodable().causedBy(e);
    }
  }

  private String declared(Message message) {
    return message instanceof TextMessage
        ? contentType.replaceFirst(";.*", "") + "; charset=utf-8"
        : typeOfBytes(message);
  }

  private Refusal tooLarge() {
    return Refusal.of("HUB-9009", "the answer is larger than %d bytes", bytesMax)
        .because("limits.answerSize of the connector stopped the reading")
        .fix("ask the back-end what it sent; raise answerSize only if it is right");
  }
}
