package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaValidatorTest {
  private static final String CASE = CanonicalXml.write(Samples.caseFile());
  private static final String ANSWER = CanonicalXml.write(Samples.answer());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<item>ZJ9001</item> | | /case/item",
        "<idType>PASSPORT</idType> | <idType>LICENCE</idType> | /case/agent/idType",
        "<source>1</source> | <source>9</source> | /case/materials/material[2]/source",
        "08:41:00+08:00 | 08:41:00 | /case/collectedAt",
        "31010100201</collecting | 3101010020١</collecting | /case/places/collectingCentre",
        "<name>note</name> | <name>Note</name> | /case/form/field[3]/name",
        "</case> | <x/></case> | /case/x",
        "<name>𠮷·䶮</name> | <name/> | /case/applicant/name",
        "abab</digest> | xyzw</digest> | /case/envelope/digest"
      })
  void anElementThatDoesNotFitIsNamedByItsPath(String right, String wrong, String path) {
    assertThat(CASE).contains(right);
    String xml = CASE.replace(right, wrong == null ? "" : wrong);

    Problem problem = refused("HUB-9001", () -> SchemaValidator.CASE.check(xml));

    // where a whole element is missing, the validator stands at the one that came instead
    assertThat(problem.at()).isEqualTo(wrong == null ? "/case/applicant" : path);
    assertThat(problem.what()).contains("canonical case");
  }

  @Test
  void theSentencesNeverRepeatWhatTheElementHolds() {
    String xml = CASE.replace("<idNumber>E12345678<", "<idNumber>geheim!!<");

    Problem problem = refused("HUB-9001", () -> SchemaValidator.CASE.check(xml));

    assertThat(problem.at()).isEqualTo("/case/agent/idNumber");
    assertThat(problem.toString()).doesNotContain("geheim");
  }

  @Test
  void anAnswerHasOneOfNineOutcomesAndATimeWithAnOffset() {
    String word = ANSWER.replace("REJECTED", "DENIED");
    String time = ANSWER.replace("+08:00<", "<");
    String none = ANSWER.replace("<outcome>REJECTED</outcome>", "");

    assertThat(refused("HUB-9001", () -> SchemaValidator.ANSWER.check(word)).at())
        .isEqualTo("/answer/outcome");
    assertThat(refused("HUB-9001", () -> SchemaValidator.ANSWER.check(time)).at())
        .isEqualTo("/answer/at");
    refused("HUB-9001", () -> SchemaValidator.ANSWER.check(none));
    refused("HUB-9001", () -> SchemaValidator.ANSWER.check(CASE));
  }

  @Test
  void sixtyCharactersOutsideTheBasicPlaneFitIntoAName() {
    SchemaValidator.CASE.check(CASE.replace("𠮷·䶮", "𠮷".repeat(60)));
  }

  @Test
  void aRefusalLeavesNothingBehindForTheNextDocument() {
    for (String bad : List.of(CASE.replace("ZJ9001", ""), "<!DOCTYPE case>" + CASE, "<case", "")) {
      Problem first = refusal(bad);
      SchemaValidator.CASE.check(CASE);
      assertThat(refusal(bad)).isEqualTo(first);
    }
  }

  @Test
  void aDoctypeIsRefusedAtTheGate() {
    refused("HUB-9008", () -> SchemaValidator.CASE.check("<!DOCTYPE case>" + CASE));
  }

  @Test
  void aPartnersSchemaHasItsOwnCodeAndSentence() {
    SchemaValidator theirs =
        new SchemaValidator(
            SafeXml.schema(getClass().getResource("answer.xsd")), "HUB-9004", "it is not theirs");

    Problem problem = refused("HUB-9004", () -> theirs.check("<answer/>"));

    assertThat(problem.what()).isEqualTo("it is not theirs");
    assertThat(problem.at()).isEqualTo("/answer");
  }

  @Test
  void manyThreadsPassOneGate() throws Exception {
    String wrong = CASE.replace("ZJ9001", "ZJ901");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> check =
          () -> {
            SchemaValidator.CASE.check(CASE);
            return refused("HUB-9001", () -> SchemaValidator.CASE.check(wrong))
                .at()
                .equals("/case/item");
          };
      List<Callable<Boolean>> all = IntStream.range(0, 200).mapToObj(i -> check).toList();
      for (Future<Boolean> one : pool.invokeAll(all)) {
        assertThat(one.get()).isTrue();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static Problem refusal(String xml) {
    return catchThrowableOfType(Refusal.class, () -> SchemaValidator.CASE.check(xml)).problem();
  }
}
