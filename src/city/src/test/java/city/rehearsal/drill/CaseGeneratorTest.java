package city.rehearsal.drill;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.HubClient;
import city.rehearsal.simulator.core.CitizenNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseGeneratorTest {
  private static final int CASES = 5_000;
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2018-07-02T08:30:00+08:00");
  private static final List<PlannedCase> DAY = day(7);

  @Test
  void theSameSeedGivesTheSameDayAndAnotherSeedAnother() {
    assertThat(day(7)).isEqualTo(DAY);
    assertThat(day(8)).isNotEqualTo(DAY);
  }

  @Test
  void everyWayToEndIsPlannedAtEveryBackEndThatHasIt() {
    Map<String, Set<CaseOutcome>> ends =
        sound()
            .collect(
                Collectors.groupingBy(
                    PlannedCase::theirItem,
                    Collectors.mapping(PlannedCase::ending, Collectors.toSet())));

    assertThat(ends.get("ZF01"))
        .containsExactlyInAnyOrder(
            CaseOutcome.APPROVED,
            CaseOutcome.REJECTED,
            CaseOutcome.NOT_ACCEPTED,
            CaseOutcome.WITHDRAWN);
    assertThat(ends.get("BZ01"))
        .containsExactlyInAnyOrder(
            CaseOutcome.APPROVED,
            CaseOutcome.REJECTED,
            CaseOutcome.NOT_ACCEPTED,
            CaseOutcome.WITHDRAWN);
    assertThat(ends.get("RS0110"))
        .containsExactlyInAnyOrder(
            CaseOutcome.APPROVED, CaseOutcome.NOT_ACCEPTED, CaseOutcome.WITHDRAWN);
    assertThat(ends.get("RS0112"))
        .containsExactlyInAnyOrder(
            CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.WITHDRAWN);
    assertThat(ends.get("RS0113"))
        .containsExactlyInAnyOrder(CaseOutcome.APPROVED, CaseOutcome.WITHDRAWN);
  }

  @Test
  void everyWayToSpoilAMessageIsUsed() {
    Set<String> codes =
        DAY.stream()
            .filter(planned -> planned.ending() == CaseOutcome.REFUSED_AT_INTAKE)
            .map(PlannedCase::code)
            .collect(Collectors.toSet());

    assertThat(codes).hasSizeGreaterThanOrEqualTo(13);
    assertThat(share(planned -> planned.ending() == CaseOutcome.REFUSED_AT_INTAKE))
        .isBetween(2.0, 4.0);
  }

  @Test
  void aFewAreRepeatedContradictedAndTakenBack() {
    assertThat(share(planned -> planned.has(CentreBehaviour.REPEAT))).isBetween(1.3, 2.7);
    assertThat(share(planned -> planned.has(CentreBehaviour.OTHER_CONTENT))).isBetween(0.5, 1.6);
    assertThat(share(planned -> planned.has(CentreBehaviour.WITHDRAW))).isBetween(2.0, 3.8);
  }

  @Test
  void namesAreInNormalFormAndSomeLeaveTheBasicPlane() {
    assertThat(sound())
        .allSatisfy(
            p -> assertThat(Normalizer.isNormalized(p.name(), Normalizer.Form.NFC)).isTrue());
    assertThat(sound()).anyMatch(p -> p.name().codePoints().anyMatch(c -> c > 0xFFFF));
    assertThat(sound()).anyMatch(p -> p.name().contains("·") && !p.body().contains("·"));
  }

  @Test
  void residentNumbersAreThoseOfTheStandard() {
    assertThat(sound().filter(p -> p.body().contains("\"RESIDENT_ID\"")).map(PlannedCase::idNumber))
        .filteredOn(number -> number.length() == 18)
        .hasSizeGreaterThan(CASES / 2)
        .allSatisfy(number -> assertThat(CitizenNumber.birth(number)).isPresent());
  }

  @Test
  void whatIsSentCarriesTheMessageIdThatTheLedgerKnows() {
    assertThat(sound().limit(200))
        .allSatisfy(p -> assertThat(body(p).path("messageId").asText()).isEqualTo(p.messageId()));
  }

  private static Stream<PlannedCase> sound() {
    return DAY.stream().filter(planned -> planned.ending() != CaseOutcome.REFUSED_AT_INTAKE);
  }

  private static double share(Function<PlannedCase, Boolean> which) {
    return DAY.stream().filter(which::apply).count() * 100.0 / CASES;
  }

  private static JsonNode body(PlannedCase planned) throws IOException {
    return HubClient.JSON.readTree(planned.bytes());
  }

  private static List<PlannedCase> day(long seed) {
    CaseGenerator generator = new CaseGenerator(seed, "test", NOW, Drill.centres());
    return IntStream.range(0, CASES).mapToObj(generator::plan).toList();
  }
}
