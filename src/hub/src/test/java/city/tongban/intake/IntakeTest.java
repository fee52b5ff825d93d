package city.tongban.intake;

import static city.tongban.intake.IntakeFixture.SENDER;
import static city.tongban.intake.IntakeFixture.incoming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.canonical.CaseFile;
import city.tongban.canonical.Problem;
import city.tongban.cases.Cases;
import city.tongban.clock.BusinessClock;
import city.tongban.partner.Partner;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A message is effective once, whoever sends it how often and at which moment. */
class IntakeTest {
  private static IntakeFixture hub;

  @BeforeAll
  static void open() {
    hub = new IntakeFixture();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @Test
  void aReceiptMeansThatTheCaseItsInboxRowAndItsTrailAreStored() {
    Receipt receipt = hub.intake().accept(SENDER, incoming("stored", m -> {}));

    assertThat(IntakeFixture.tree(receipt.body()))
        .isEqualTo(
            IntakeFixture.tree(
                """
                {"caseNumber":"%s","messageId":"%s","state":"COLLECTED","receivedAt":"%s",
                 "homeCentre":"31010100201","deadline":"2018-07-30","lateUpload":false}
                """
                    .formatted(
                        receipt.number(),
                        file(receipt).envelope().messageId(),
                        IntakeFixture.tree(receipt.body()).path("receivedAt").asText())));
    assertThat(row("select subject from inbox where message_id = 'stored'"))
        .isEqualTo(receipt.number().value());
    assertThat(
            rows(
                "select event from trail where case_number = '"
                    + receipt.number()
                    + "' order by id"))
        .containsExactly("received", "routed");
  }

  @Test
  void thirtyTwoTwinsBecomeOneCaseAndAllGetTheSameReceipt() throws Exception {
    long before = hub.count("hub_case");
    List<Receipt> receipts =
        together(32, i -> hub.intake().accept(SENDER, incoming("twins", m -> {})));

    assertThat(Set.copyOf(receipts)).hasSize(1);
    assertThat(hub.count("hub_case")).isEqualTo(before + 1);
    assertThat(rows("select subject from inbox where message_id = 'twins'"))
        .containsExactly(receipts.get(0).number().value());
    assertThat(
            rows(
                "select case_number from trail where event = 'received' and case_number not in"
                    + " (select number from hub_case)"))
        .isEmpty();
  }

  @Test
  void twinsWithOtherContentBecomeOneCaseAndTheOthersAreConflicts() throws Exception {
    List<String> outcomes =
        together(
            16,
            i -> {
              try {
                hub.intake()
                    .accept(SENDER, incoming("rivals", m -> m.put("correlationId", "c" + i)));
                return "accepted";
              } catch (RefusedMessageException refused) {
                return refused.problems().get(0).code();
              }
            });

    assertThat(outcomes).containsOnlyOnce("accepted");
    assertThat(outcomes.stream().filter("HUB-1011"::equals)).hasSize(15);
  }

  @Test
  void anotherMessageUnderTheSameIdIsRefusedAndReportedOnTheCase() {
    Receipt first = hub.intake().accept(SENDER, incoming("once", m -> {}));

    RefusedMessageException refused =
        refused(SENDER, incoming("once", m -> m.put("item", "ZJ9007")));

    assertThat(refused.problems().get(0).code()).isEqualTo("HUB-1011");
    assertThat(row("select case_number from trail where id = '" + refused.trail() + "'"))
        .isEqualTo(first.number().value());
  }

  @Test
  void twoCentresMayUseTheSameId() {
    Receipt one = hub.intake().accept(SENDER, incoming("shared", m -> {}));
    Partner other = Partner.centre("31010101301");

    Receipt two =
        hub.intake()
            .accept(other, incoming("shared", m -> m.put("collectingCentre", "31010101301")));

    assertThat(two.number()).isNotEqualTo(one.number());
  }

  @Test
  void aRefusedMessageLeavesItsIdToTheMendedOne() {
    long before = hub.count("hub_case");
    RefusedMessageException refused =
        refused(SENDER, incoming("mended", m -> m.put("item", "ZJ0000")));
    assertThat(hub.count("hub_case")).isEqualTo(before);
    assertThat(row("select error_code from trail where id = '" + refused.trail() + "'"))
        .isEqualTo("HUB-1012");

    hub.intake().accept(SENDER, incoming("mended", m -> {}));

    assertThat(hub.count("hub_case")).isEqualTo(before + 1);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsPlace() {
    RefusedMessageException refused =
        refused(
            SENDER,
            incoming(
                "many",
                m -> {
                  m.remove("item");
                  m.put("colour", "red");
                  m.put("collectedAt", "2018-07-02T08:29:10");
                  ObjectNode applicant = (ObjectNode) m.get("applicant");
                  applicant.put("name", "王?明");
                  applicant.put("idNumber", "110105194912310021");
                  applicant.put("phone", "12");
                  applicant.put("registeredStreet", "310101999");
                }));

    assertThat(refused.problems().stream().collect(Collectors.toMap(Problem::at, Problem::code)))
        .containsOnly(
            Map.entry("/item", "HUB-1004"),
            Map.entry("/colour", "HUB-1003"),
            Map.entry("/collectedAt", "HUB-1008"),
            Map.entry("/applicant/name", "HUB-1007"),
            Map.entry("/applicant/idNumber", "HUB-1006"),
            Map.entry("/applicant/phone", "HUB-1017"),
            Map.entry("/applicant/registeredStreet", "HUB-1013"));
  }

  @Test
  void aFloodOfWhatCannotBeReadIsCountedInOneRowAndStoresNothingElse() {
    long trail = hub.count("trail");

    for (int i = 0; i < 5_000; i++) {
      refused(Partner.centre("31010101301"), incoming("{"));
    }
    hub.context.getBean(RefusalRecorder.class).settle();

    assertThat(hub.count("trail")).isEqualTo(trail);
    assertThat(
            rows(
                "select code || ' ' || count from refusal_count where source ="
                    + " 'centre-31010101301'"))
        .containsExactly("HUB-1002 5000");
  }

  @Test
  void aSampleForTheLogShowsTheFormAndNobodysData() {
    String message = IntakeFixture.message("sample") + "\n\u001b[31mforged";

    String sample = MessageSampler.masked(message.getBytes(StandardCharsets.UTF_8));

    assertThat(sample)
        .contains("\"idNumber\":", "\"form\":{")
        .doesNotContain("11010519491231002X", "王", "\n", "\u001b", "5200");
  }

  @Test
  void aSampleOfXmlShowsItsElementsAndNobodysData() {
    String sample =
        MessageSampler.masked(
            "<a><name>Wang Xiaoming</name><field name='rent'>52</field><b c=\"Li Si\"/></a>"
                .getBytes(StandardCharsets.UTF_8));

    assertThat(sample)
        .contains("<name>", "</field>", "<b c=")
        .doesNotContain("Wang", "rent", "52", "Li Si");
  }

  @Test
  void aNameIsBroughtToNormalFormAndTheChangeIsRecorded() {
    Receipt receipt =
        hub.intake()
            .accept(
                SENDER,
                incoming("normal", m -> ((ObjectNode) m.get("applicant")).put("name", "阿不都•买买提")));

    CaseFile file = file(receipt);
    assertThat(file.applicant().name().value()).isEqualTo("阿不都·买买提");
    assertThat(file.normalised()).containsExactly("/applicant/name: U+00B7 for U+2022");
  }

  @Test
  void aCaseCollectedOffLineIsFlaggedAndKeepsTheDayOfTheCounter() {
    Receipt receipt =
        hub.intake()
            .accept(
                SENDER, incoming("late", m -> m.put("collectedAt", "2018-06-30T09:00:00+08:00")));

    assertThat(IntakeFixture.tree(receipt.body()).path("lateUpload").asBoolean()).isTrue();
    assertThat(receipt.number().value()).contains("-20180630-");
  }

  @Test
  void aMessageThatWasFineOnceIsFineWeeksLater() {
    try (IntakeFixture later = new IntakeFixture()) {
      Receipt first = later.intake().accept(SENDER, incoming("old", m -> {}));

      later.context.getBean(BusinessClock.class).step(Instant.parse("2018-09-02T00:30:00Z"));

      assertThat(later.intake().accept(SENDER, incoming("old", m -> {}))).isEqualTo(first);
      assertThat(later.count("trail where event = 'refused'")).isZero();
    }
  }

  @Test
  void theTraceContextIsHonouredOrBegun() {
    String given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    byte[] body = IntakeFixture.message("traced").toString().getBytes(StandardCharsets.UTF_8);

    Receipt honoured =
        hub.intake().accept(SENDER, new IncomingMessage(body, "application/json", given));
    Receipt begun = hub.intake().accept(SENDER, incoming("untraced", m -> {}));

    assertThat(file(honoured).envelope().traceparent()).isEqualTo(given);
    assertThat(file(begun).envelope().traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  private static RefusedMessageException refused(Partner sender, IncomingMessage incoming) {
    return catchThrowableOfType(
        RefusedMessageException.class, () -> hub.intake().accept(sender, incoming));
  }

  private static CaseFile file(Receipt receipt) {
    return hub.context.getBean(Cases.class).file(receipt.number()).orElseThrow();
  }

  private static String row(String sql) {
    return hub.jdbc().sql(sql).query(String.class).single();
  }

  private static List<String> rows(String sql) {
    return hub.jdbc().sql(sql).query(String.class).list();
  }

  private interface Act<T> {
    T run(int i) throws Exception;
  }

  /** Lets so many threads do it at the same moment. */
  private static <T> List<T> together(int threads, Act<T> act) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      List<Callable<T>> acts =
          IntStream.range(0, threads)
              .<Callable<T>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return act.run(i);
                      })
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(acts)) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
