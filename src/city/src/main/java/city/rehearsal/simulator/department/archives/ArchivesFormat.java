package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.Submission;
import city.rehearsal.simulator.protocol.broker.QueueProcessor;
import java.time.Instant;
import java.util.List;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.reader.MessageUtil;

/** The archives' messages as their broker has them: XML in a BytesMessage. */
final class ArchivesFormat implements QueueProcessor.Format<Answer> {
  private static final String REPLY_TO = "queue://" + Archives.QUEUES.outbound();
  private static final int BYTES_MAX = 64 * 1024;

  @Override
  public String id(ClientMessage message) {
    return String.valueOf(MessageUtil.getJMSCorrelationID(message));
  }

  @Override
  public boolean hasReplyAddress(ClientMessage message) {
    return REPLY_TO.equals(String.valueOf(MessageUtil.getJMSReplyTo(message)));
  }

  @Override
  public Submission read(ClientMessage message) throws FormatException {
    if (message.getType() != Message.BYTES_TYPE || message.getBodySize() > BYTES_MAX) {
      throw new FormatException("应为不超过64KB的BytesMessage");
    }
    byte[] bytes = new byte[message.getBodyBuffer().readableBytes()];
    message.getBodyBuffer().readBytes(bytes);
    return SubmissionReader.read(id(message), bytes);
  }

  @Override
  public List<Answer> results(StoredMessage stored) {
    return Answer.to(stored);
  }

  @Override
  public Answer unknown(String id, Instant at) {
    return Answer.notStored("7", id, "查无此请求", at);
  }

  @Override
  public Answer malformed(String id, String why, Instant at) {
    return Answer.notStored("9", id, why, at);
  }

  @Override
  public ClientMessage write(ClientSession session, Answer answer) {
    return OutgoingMessage.of(answer).in(session);
  }

  @Override
  public ClientMessage write(ClientSession session, Answer answer, Faults faults) {
    return AnswerMutation.message(answer, faults).in(session);
  }

  @Override
  public String resultId(ClientMessage deadLetter) {
    return String.valueOf(deadLetter.getSimpleStringProperty(OutgoingMessage.ANSWER_ID));
  }
}
