package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Reply;
import city.rehearsal.client.ServerUnreachable;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks questions during the load, one after the other, each twice: both answers must be the same.
 */
final class Questions implements Runnable {
  /** Number of cases per question. */
  private static final int CASES = 25;

  private static final int TRIES = 4;
  private static final int MILLIS_BETWEEN = 250;
  private static final String DOOR = "/api/v1/queries";

  /** The department did not answer, or it is closed. */
  private static final Set<String> DEPARTMENT_IS_AWAY = Set.of("HUB-3020", "HUB-3023");

  private final Map<String, HubClient> lines;
  private final List<Question> plan;
  private final String collectedAt;
  private final Findings findings;
  private final long millisApart;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<String, Question> told = new HashMap<>();
  private int found;
  private int nothing;

  /** Unanswered questions, counted by the code of the last refusal. */
  private final Map<String, Integer> unanswered = new TreeMap<>();

  /**
   * @param findings receives unexpected answers
   * @param rate cases per second of the load
   */
  Questions(
      Map<String, HubClient> lines,
      List<Question> plan,
      OffsetDateTime now,
      double rate,
      Findings findings) {
    this.lines = lines;
    this.plan = plan;
    this.collectedAt = CaseGenerator.text(now);
    this.findings = findings;
    this.millisApart = Math.round(1000 * CASES / rate);
  }

  static int beside(int cases) {
    return cases / CASES;
  }

  @Override
  public void run() {
    try {
      for (Question question : plan) {
        ask(question);
        if (over.await(millisApart, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the questions after the one under way. */
  void end() {
    over.countDown();
  }

  /** A summary line; questions that were not asked before the load ended do not count. */
  String lastLine() {
    return String.format(
            Locale.ROOT,
            "questions: asked=%d found=%d nothing=%d unanswered=%d %s",
            found + nothing + unanswered(),
            found,
            nothing,
            unanswered(),
            unanswered.isEmpty() ? "" : unanswered)
        .stripTrailing();
  }

  int unanswered() {
    return unanswered.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The answers by question number, for comparison with the records. */
  Map<String, Question> told() {
    return told;
  }

  private void ask(Question question) throws InterruptedException {
    Reply first = untilAnswered(question);
    if (first.status() >= 500) {
      unanswered.merge(first.code(), 1, Integer::sum);
      return;
    }
    count(question, first);
    Reply again = untilAnswered(question);
    if (!again.body().equals(first.body())) {
      findings.wrong(question.messageId(), "a repeated question got another answer");
    }
  }

  private void count(Question question, Reply reply) {
    String must = question.must();
    told.put(reply.body().path("queryNumber").asText(question.messageId()), question);
    String said = reply.body().path("outcome").asText(reply.code());
    boolean facts = reply.body().path("found").isEmpty() != question.found();
    if (!said.equals(must) || !facts) {
      findings.wrong(question.messageId(), "was answered %s instead of %s".formatted(said, must));
    }
    if (question.found()) {
      found++;
    } else {
      nothing++;
    }
  }

  /** Waits for a hub that is down or starting; for a department that is down only briefly. */
  private Reply untilAnswered(Question question) throws InterruptedException {
    HubClient line = Objects.requireNonNull(lines.get(question.centre()));
    int refused = 0;
    while (true) {
      try {
        Reply reply = line.post(DOOR, question.body(collectedAt));
        boolean away = DEPARTMENT_IS_AWAY.contains(reply.code()) || over.getCount() == 0;
        if (reply.status() < 500 || (away && ++refused == TRIES)) {
          return reply;
        }
      } catch (ServerUnreachable e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException("the drill is over");
        }
      }
      TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
    }
  }
}
