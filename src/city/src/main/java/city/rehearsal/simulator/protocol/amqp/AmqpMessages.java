package city.rehearsal.simulator.protocol.amqp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.reader.MessageUtil;

/** AMQP messages as the broker shows them to a client of its own protocol, and back. */
public final class AmqpMessages {
  private static final SimpleString MESSAGE_ID = SimpleString.of("NATIVE_MESSAGE_ID");
  private static final SimpleString CONTENT_TYPE = SimpleString.of("JMS_AMQP_ContentType");
  private static final SimpleString ENCODING = SimpleString.of("JMS_AMQP_ORIGINAL_ENCODING");
  private static final short DATA_SECTION = 2;

  /** What the broker puts before an id that is a string in AMQP. */
  private static final String STRING_ID = "ID:AMQP_NO_PREFIX:";

  private AmqpMessages() {}

  public static String messageId(ClientMessage message) {
    String id = String.valueOf(message.getSimpleStringProperty(MESSAGE_ID));
    return id.startsWith(STRING_ID) ? id.substring(STRING_ID.length()) : id;
  }

  /** The bytes of a message with one data section of that content type. */
  public static Optional<byte[]> data(ClientMessage message, String contentType) {
    SimpleString type = message.getSimpleStringProperty(CONTENT_TYPE);
    boolean isData =
        message.containsProperty(ENCODING) && message.getShortProperty(ENCODING) == DATA_SECTION;
    if (!isData || type == null || !contentType.equals(type.toString())) {
      return Optional.empty();
    }
    if (message.getType() == Message.TEXT_TYPE) { // the broker has decoded it as UTF-8
      SimpleString text = message.getBodyBuffer().readNullableSimpleString();
      return Optional.of(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = new byte[message.getBodyBuffer().readableBytes()];
    message.getBodyBuffer().readBytes(bytes);
    return Optional.of(bytes);
  }

  /** A durable message with one data section. */
  public static ClientMessage create(
      ClientSession session, String id, String correlationId, String contentType, byte[] body) {
    ClientMessage message = session.createMessage(Message.BYTES_TYPE, true);
    message.putStringProperty(MESSAGE_ID, SimpleString.of(id));
    message.putStringProperty(CONTENT_TYPE, SimpleString.of(contentType));
    MessageUtil.setJMSCorrelationID(message, correlationId);
    message.getBodyBuffer().writeBytes(body);
    return message;
  }
}
