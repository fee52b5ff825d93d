package city.rehearsal.simulator.department.tradeunion;

import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.Submission;
import city.rehearsal.simulator.protocol.amqp.AmqpMessages;
import city.rehearsal.simulator.protocol.broker.QueueProcessor;
import java.time.Instant;
import java.util.List;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** The union's messages as its broker has them: JSON in one data section. */
final class UnionFormat implements QueueProcessor.Format<Notice> {
  private static final String JSON = "application/json";

  @Override
  public String id(ClientMessage message) {
    return AmqpMessages.messageId(message);
  }

  @Override
  public Submission read(ClientMessage message) throws FormatException {
    byte[] body =
        AmqpMessages.data(message, JSON)
            .orElseThrow(() -> new FormatException("content-type: 应为application/json的二进制消息"));
    return SubmissionReader.read(id(message), Json.object(body));
  }

  @Override
  public List<Notice> results(StoredMessage stored) {
    return Notice.of(stored);
  }

  @Override
  public Notice unknown(String id, Instant at) {
    return Notice.notStored(id, "CWC", "查无此申请", at);
  }

  @Override
  public Notice malformed(String id, String why, Instant at) {
    return Notice.notStored(id, "GSCW", why, at);
  }

  @Override
  public ClientMessage write(ClientSession session, Notice notice) {
    return write(session, notice, notice.utf8());
  }

  @Override
  public ClientMessage write(ClientSession session, Notice notice, Faults faults) {
    return write(session, notice, NoticeMutation.body(notice, faults));
  }

  private static ClientMessage write(ClientSession session, Notice notice, byte[] body) {
    return AmqpMessages.create(session, notice.id(), notice.applicationNo(), JSON, body);
  }

  @Override
  public String resultId(ClientMessage deadLetter) {
    return AmqpMessages.messageId(deadLetter);
  }
}
