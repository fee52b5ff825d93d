package city.rehearsal.simulator.archives;

import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.reader.MessageUtil;

/**
 * An answer as it lies on the queue: what stands on the envelope, and the body.
 *
 * @param type bytes, a text or an object, by the broker's number for it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out, never compared
record Parcel(String answerId, String correlation, byte type, byte[] body) {
  /** The office's own mark, by which it knows an answer that lies among the dead. */
  static final SimpleString MARK = SimpleString.of("HFBH");

  static Parcel of(Answer answer) {
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    return new Parcel(answer.id(), answer.requestNo(), Message.BYTES_TYPE, body);
  }

  Parcel with(byte[] other) {
    return new Parcel(answerId, correlation, type, other);
  }

  Parcel correlated(String other) {
    return new Parcel(answerId, other, type, body);
  }

  Parcel asText(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Parcel(answerId, correlation, Message.TEXT_TYPE, body);
  }

  Parcel asObject(byte[] serialised) {
    return new Parcel(answerId, correlation, Message.OBJECT_TYPE, serialised);
  }

  ClientMessage in(ClientSession session) {
    ClientMessage message = session.createMessage(type, true);
    message.putStringProperty(MARK, SimpleString.of(answerId));
    MessageUtil.setJMSCorrelationID(message, correlation);
    switch (type) {
      case Message.TEXT_TYPE ->
          message
              .getBodyBuffer()
              .writeNullableSimpleString(SimpleString.of(new String(body, StandardCharsets.UTF_8)));
      case Message.OBJECT_TYPE -> {
        message.getBodyBuffer().writeInt(body.length);
        message.getBodyBuffer().writeBytes(body);
      }
      default -> message.getBodyBuffer().writeBytes(body);
    }
    return message;
  }
}
