package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Reply;
import city.rehearsal.client.ServerUnreachable;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Sends one case and repeats the message until there is an answer, as promise P2 allows. */
final class CaseSender {
  private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(250);
  private static final String CASES = "/api/v1/cases";

  private final HubClient own;
  private final HubClient nobody;

  CaseSender(HubClient own, HubClient nobody) {
    this.own = own;
    this.nobody = nobody;
  }

  void serve(PlannedCase planned, TrackedCase account) throws InterruptedException {
    Reply reply = planned.has(CentreBehaviour.SOAP) ? sendBySoap(planned) : send(planned);
    if (!reply.ok()) {
      account.refused(reply.code());
      return;
    }
    String number = reply.body().path("caseNumber").asText();
    account.receipted(number, System.nanoTime());
    if (planned.has(CentreBehaviour.WITHDRAW)) {
      withdraw(planned, number, account);
    }
    if (planned.has(CentreBehaviour.REPEAT)) {
      repeat(planned, number, reply.body(), account);
    }
    if (planned.has(CentreBehaviour.OTHER_CONTENT)) {
      sendOtherContent(planned, account);
    }
  }

  private Reply send(PlannedCase planned) throws InterruptedException {
    HubClient sender = planned.has(CentreBehaviour.GARBAGE_TOKEN) ? nobody : own;
    return untilAnswered(() -> sender.post(CASES, planned.contentType(), planned.bytes()));
  }

  private Reply sendBySoap(PlannedCase planned) throws InterruptedException {
    byte[] message = SoapMessage.of(planned.body());
    return untilAnswered(
        () -> SoapMessage.read(own.postRaw(SoapMessage.PATH, SoapMessage.TYPE, message)));
  }

  /**
   * Repeats the message by REST, also when it was sent by SOAP; the case number must be the same.
   */
  private void repeat(PlannedCase planned, String number, JsonNode receipt, TrackedCase account)
      throws InterruptedException {
    JsonNode again = send(planned).body();
    boolean same =
        planned.has(CentreBehaviour.SOAP)
            ? again.path("caseNumber").asText().equals(number)
            : again.equals(receipt);
    if (!same) {
      account.deviation("a repeat got another answer");
    }
  }

  private void sendOtherContent(PlannedCase planned, TrackedCase account)
      throws InterruptedException {
    ObjectNode other = (ObjectNode) json(planned.body());
    other.withObject("/applicant").put("phone", "13900000000");
    Reply reply = untilAnswered(() -> own.post(CASES, other));
    if (reply.status() != 409 || !reply.code().equals("HUB-1011")) {
      account.deviation("other content under the same id was answered with " + reply.status());
    }
  }

  private void withdraw(PlannedCase planned, String number, TrackedCase account)
      throws InterruptedException {
    Map<String, String> wish = Map.of("messageId", planned.messageId() + "-w", "reason", "申请人要求撤回");
    Reply reply = untilAnswered(() -> own.post(CASES + "/" + number + "/withdrawal", wish));
    account.withdrawalAnswered(reply.ok());
    if (!reply.ok() && !reply.code().equals("HUB-2002")) {
      account.deviation("a withdrawal was answered with " + reply.status() + " " + reply.code());
    }
  }

  /** No connection and 503 are not an answer: the same message is sent again. */
  private static Reply untilAnswered(Supplier<Reply> call) throws InterruptedException {
    while (true) {
      try {
        Reply reply = call.get();
        if (reply.status() < 500 && reply.status() != 429) {
          return reply;
        }
      } catch (ServerUnreachable e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException("the drill is over");
        }
      }
      Thread.sleep(BEFORE_THE_NEXT_TRY.toMillis());
    }
  }

  private static JsonNode json(String text) {
    try {
      return HubClient.JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalStateException("the generator made invalid JSON", e);
    }
  }
}
