package city.rehearsal.simulator.department.archives;

import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.reader.MessageUtil;

/**
 * A JMS message with an answer.
 *
 * @param type bytes, text or object, by the broker's number for it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that are sent, never compared
record OutgoingMessage(String answerId, String correlation, byte type, byte[] body) {
  /** A property by which the archives know their own answer among the dead letters. */
  static final SimpleString ANSWER_ID = SimpleString.of("HFBH");

  static OutgoingMessage of(Answer answer) {
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    return new OutgoingMessage(answer.id(), answer.requestNo(), Message.BYTES_TYPE, body);
  }

  OutgoingMessage with(byte[] other) {
    return new OutgoingMessage(answerId, correlation, type, other);
  }

  OutgoingMessage correlated(String other) {
    return new OutgoingMessage(answerId, other, type, body);
  }

  OutgoingMessage asText(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new OutgoingMessage(answerId, correlation, Message.TEXT_TYPE, body);
  }

  OutgoingMessage asObject(byte[] serialised) {
    return new OutgoingMessage(answerId, correlation, Message.OBJECT_TYPE, serialised);
  }

  ClientMessage in(ClientSession session) {
    ClientMessage message = session.createMessage(type, true);
    message.putStringProperty(ANSWER_ID, SimpleString.of(answerId));
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
