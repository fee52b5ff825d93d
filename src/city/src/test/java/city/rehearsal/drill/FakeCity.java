package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A hub and departments in one server, which knows beforehand what a drill will send. It treats
 * each case as it must be treated, except for one defect in every so many cases: the drill has to
 * find it.
 */
final class FakeCity implements Closeable {
  enum Defect {
    NONE,
    LOSES,
    DOUBLES,
    TELLS_TWO_ENDS,
    TELLS_NO_END,
    TELLS_ANOTHER_END,
    CHANGES_THE_NAME,
    FORGETS_RECEIPTS,
    ACCEPTS_OTHER_CONTENT,
    PARKS,
    MAKES_UP_A_CASE,
    SKIPS_A_PUSH,
    FORGES_A_PUSH,
    MISANSWERS,
    ANSWERS_ANEW,
    FORGETS_A_QUESTION,
    ASKS_TWICE
  }

  static {
    // else every answer waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int EVERY = 50;
  private static final Duration LONG_POLL = Duration.ofSeconds(1);
  private static final List<CaseGenerator.Centre> CENTRES = Drill.centres();
  private static final String NOW = "2018-07-02T08:30:00+08:00";

  private final Defect defect;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, PlannedCase> byBody = new HashMap<>();
  private final Map<String, PlannedCase> byCase = new HashMap<>();
  private final Map<String, Question> questions = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, ArrayNode> inboxes = new HashMap<>();
  private final Map<String, ArrayNode> books = new HashMap<>();
  private final FakeWebhookSender push = new FakeWebhookSender();
  private int serial;
  private int struck;
  private int pushes;

  FakeCity(Defect defect, long seed, int cases) throws IOException {
    this.defect = defect;
    CaseGenerator generator =
        new CaseGenerator(seed, "drill-" + seed, OffsetDateTime.parse(NOW), CENTRES);
    IntStream.range(0, cases).mapToObj(generator::plan).forEach(this::expect);
    IntStream.range(0, Questions.beside(cases))
        .mapToObj(n -> QuestionItems.plan(seed, n, "drill-" + seed, CENTRES))
        .forEach(question -> questions.put(question.messageId(), question));
    QuestionItems.backEnds()
        .forEach(backEnd -> books.put(backEnd, HubClient.JSON.createArrayNode()));
    DepartmentRecords.BACK_ENDS.forEach(
        backEnd -> books.put(backEnd, HubClient.JSON.createArrayNode()));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void expect(PlannedCase planned) {
    byBody.put(key(planned.bytes()), planned);
    if (planned.has(CentreBehaviour.SOAP)) {
      byBody.put(key(SoapMessage.of(planned.body())), planned);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int struck() {
    return struck;
  }

  private void answer(HttpExchange call) throws IOException {
    try {
      answerInTurn(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void answerInTurn(HttpExchange call)
      throws IOException, InterruptedException {
    byte[] body = call.getRequestBody().readAllBytes();
    String path = call.getRequestURI().getPath();
    if (path.equals("/api/v1/cases")) {
      submit(call, body);
    } else if (path.equals("/api/v1/queries")) {
      tell(call, questions.get(HubClient.JSON.readTree(body).path("messageId").asText()));
    } else if (path.equals(SoapMessage.PATH)) {
      submitBySoap(call, body);
    } else if (path.endsWith("/withdrawal")) {
      withdraw(path.split("/")[4]);
      say(call, 202, HubClient.JSON.createObjectNode());
    } else if (path.endsWith("/inbox")) {
      say(call, 200, inbox(path.split("/")[4], call.getRequestURI().getQuery()));
    } else if (path.endsWith("/web-hook")) {
      webHook(call, path.split("/")[4], body);
    } else if (path.startsWith("/control/messages/")) {
      say(call, 200, books.get(path.substring("/control/messages/".length())));
    } else if (path.endsWith("/next-due")) {
      say(call, 200, HubClient.JSON.nullNode());
    } else {
      say(call, 200, HubClient.JSON.createObjectNode().put("business", NOW));
    }
  }

  private void tell(HttpExchange call, Question question) throws IOException {
    boolean found = question.found() != (defect == Defect.MISANSWERS);
    ObjectNode told = HubClient.JSON.createObjectNode();
    told.put("queryNumber", question.messageId());
    told.put("outcome", found ? "FOUND" : question.found() ? "NOT_FOUND" : question.must());
    write(question);
    ArrayNode facts = told.putArray("found");
    if (found) {
      facts.addObject().put("name", "balance").put("value", "12.00");
    }
    if (defect == Defect.MISANSWERS) {
      struck = 1; // how many are asked depends on how long the load takes
    } else if (defect == Defect.ANSWERS_ANEW) {
      struck = 1;
      told.put("answeredAt", ++serial);
    }
    say(call, 200, told);
  }

  private void write(Question question) {
    if (question.book() == null || !asked.add(question.messageId())) {
      return;
    }
    ArrayNode book = books.get(question.book());
    if (defect == Defect.FORGETS_A_QUESTION) {
      struck = 1;
      return;
    }
    ObjectNode line =
        book.addObject()
            .put("deliveryId", question.messageId() + "/1")
            .put("caseNo", question.messageId())
            .put("name", question.about().name())
            .put("idNumber", question.about().idNumber())
            .put(
                "verdict",
                switch (question.must()) {
                  case "FOUND" -> "APPROVED";
                  case "NOT_FOUND" -> "REJECTED";
                  default -> "NOT_ACCEPTED";
                });
    if (defect == Defect.ASKS_TWICE) {
      struck = 1;
      book.add(line.deepCopy());
    }
  }

  private void webHook(HttpExchange call, String centre, byte[] body) throws IOException {
    switch (call.getRequestMethod()) {
      case "GET" -> say(call, 404, HubClient.JSON.createObjectNode());
      case "PUT" ->
          say(call, 200, push.to(centre, HubClient.JSON.readTree(body).path("url").asText()));
      default -> {
        call.sendResponseHeaders(204, -1);
        call.close();
      }
    }
  }

  private void submit(HttpExchange call, byte[] body) throws IOException {
    PlannedCase planned = byBody.get(key(body));
    if (planned == null) {
      int status = strikesEach(Defect.ACCEPTS_OTHER_CONTENT) ? 201 : 409;
      say(call, status, HubClient.JSON.createObjectNode().put("code", "HUB-1011"));
    } else if (planned.ending() == CaseOutcome.REFUSED_AT_INTAKE) {
      say(call, 400, HubClient.JSON.createObjectNode().put("code", planned.code()));
    } else {
      ObjectNode receipt = HubClient.JSON.createObjectNode();
      say(call, 201, receipt.put("caseNumber", receipted(planned)));
    }
  }

  private void submitBySoap(HttpExchange call, byte[] body) throws IOException {
    PlannedCase planned = byBody.get(key(body));
    byte[] answer =
        "<r:receipt><r:caseNumber>%s</r:caseNumber></r:receipt>"
            .formatted(receipted(planned))
            .getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(200, answer.length);
    call.getResponseBody().write(answer);
    call.close();
  }

  private String receipted(PlannedCase planned) {
    if (!numbers.containsKey(planned.messageId()) || strikesEach(Defect.FORGETS_RECEIPTS)) {
      take(planned, "310101-20180702-%06d".formatted(++serial));
    }
    return numbers.get(planned.messageId());
  }

  private void take(PlannedCase planned, String number) {
    numbers.put(planned.messageId(), number);
    byCase.put(number, planned);
    if (planned.has(CentreBehaviour.WITHDRAW)) {
      enter(planned, number, "APPLY", "OPEN", planned.name());
    } else if (strikes(Defect.PARKS)) {
      tell(planned, number, "delivery.parked", null);
    } else {
      decide(planned, number);
    }
  }

  private void decide(PlannedCase planned, String number) {
    String verdict = planned.ending().name();
    String name = strikes(Defect.CHANGES_THE_NAME) ? planned.name() + "?" : planned.name();
    if (!strikes(Defect.LOSES)) {
      enter(planned, number, "APPLY", verdict, name);
    }
    if (strikes(Defect.DOUBLES)) {
      enter(planned, number, "APPLY", verdict, name);
    }
    if (strikes(Defect.MAKES_UP_A_CASE)) {
      enter(planned, number + "0", "APPLY", verdict, name);
    }
    if (strikes(Defect.TELLS_ANOTHER_END)) {
      end(
          planned,
          number,
          planned.ending() == CaseOutcome.APPROVED ? CaseOutcome.REJECTED : CaseOutcome.APPROVED);
    } else if (!strikes(Defect.TELLS_NO_END)) {
      end(planned, number, planned.ending());
    }
    if (strikes(Defect.TELLS_TWO_ENDS)) {
      end(planned, number, planned.ending());
    }
  }

  private boolean strikes(Defect kind) {
    boolean now = defect == kind && serial % EVERY == 0;
    struck += now ? 1 : 0;
    return now;
  }

  private boolean strikesEach(Defect kind) {
    struck += defect == kind ? 1 : 0;
    return defect == kind;
  }

  private boolean strikesPush(Defect kind) {
    boolean now = defect == kind && ++pushes % EVERY == 0;
    struck += now ? 1 : 0;
    return now;
  }

  private void withdraw(String number) {
    PlannedCase planned = byCase.get(number);
    books
        .get(planned.backEnd())
        .forEach(
            line -> {
              if (line.path("caseNo").asText().equals(number)) {
                ((ObjectNode) line).put("verdict", "WITHDRAWN");
              }
            });
    enter(planned, number, "WITHDRAW", "WITHDRAWN", planned.name());
    end(planned, number, CaseOutcome.WITHDRAWN);
  }

  private void enter(PlannedCase planned, String number, String kind, String verdict, String name) {
    books
        .get(planned.backEnd())
        .addObject()
        .put("deliveryId", number + (kind.equals("APPLY") ? "/1" : "/2"))
        .put("caseNo", number)
        .put("kind", kind)
        .put("name", name)
        .put("idNumber", planned.idNumber())
        .put("item", planned.theirItem())
        .put("verdict", verdict);
  }

  private void end(PlannedCase planned, String number, CaseOutcome ending) {
    switch (ending) {
      case NOT_ACCEPTED -> tell(planned, number, "case.refused", null);
      case WITHDRAWN -> tell(planned, number, "case.withdrawn", null);
      default -> tell(planned, number, "case.decided", ending.name());
    }
  }

  private void tell(PlannedCase planned, String number, String event, @Nullable String outcome) {
    ArrayNode inbox =
        inboxes.computeIfAbsent(planned.centre(), c -> HubClient.JSON.createArrayNode());
    ObjectNode notice =
        inbox
            .addObject()
            .put("number", inbox.size())
            .put("id", number + event + inbox.size())
            .put("event", "city.tongban." + event)
            .put("caseNumber", number)
            .put("messageId", planned.messageId())
            .put("outcome", outcome);
    notifyAll();
    if (push.pushes(planned.centre()) && !strikesPush(Defect.SKIPS_A_PUSH)) {
      push.send(planned.centre(), notice, strikesPush(Defect.FORGES_A_PUSH));
    }
  }

  private ObjectNode inbox(String centre, String query) throws InterruptedException {
    int after = Integer.parseInt(query.replaceFirst("^after=(\\d+).*", "$1"));
    if (!query.contains("wait=0")) {
      waitForNotice(centre, after);
    }
    ObjectNode page = HubClient.JSON.createObjectNode();
    ArrayNode notices = page.putArray("notices");
    JsonNode all = inboxes.getOrDefault(centre, HubClient.JSON.createArrayNode());
    for (int i = after; i < all.size(); i++) {
      notices.add(all.get(i));
    }
    return page;
  }

  /** Returns at a notice for this centre: one for another centre answers nothing here. */
  private void waitForNotice(String centre, int after) throws InterruptedException {
    long end = System.nanoTime() + LONG_POLL.toNanos();
    while (size(centre) <= after) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  private int size(String centre) {
    return inboxes.getOrDefault(centre, HubClient.JSON.createArrayNode()).size();
  }

  private static String key(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  private static void say(HttpExchange call, int status, JsonNode body) throws IOException {
    byte[] bytes = HubClient.JSON.writeValueAsBytes(body);
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    push.close();
  }
}
