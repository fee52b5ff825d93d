package city.rehearsal.drill;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.HubClient;
import city.rehearsal.simulator.office.CitizenNumber;
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

class GeneratorTest {
  private static final int CASES = 5_000;
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2018-07-02T08:30:00+08:00");
  private static final List<Planned> DAY = day(7);

  @Test
  void theSameSeedGivesTheSameDayAndAnotherSeedAnother() {
    assertThat(day(7)).isEqualTo(DAY);
    assertThat(day(8)).isNotEqualTo(DAY);
  }

  @Test
  void everyWayToEndIsPlannedAtEveryBackEndThatHasIt() {
    Map<String, Set<Ending>> ends =
        sound()
            .collect(
                Collectors.groupingBy(
                    Planned::theirItem, Collectors.mapping(Planned::ending, Collectors.toSet())));

    assertThat(ends.get("ZF01"))
        .containsExactlyInAnyOrder(
            Ending.APPROVED, Ending.REJECTED, Ending.NOT_ACCEPTED, Ending.WITHDRAWN);
    assertThat(ends.get("BZ01"))
        .containsExactlyInAnyOrder(
            Ending.APPROVED, Ending.REJECTED, Ending.NOT_ACCEPTED, Ending.WITHDRAWN);
    assertThat(ends.get("RS0110"))
        .containsExactlyInAnyOrder(Ending.APPROVED, Ending.NOT_ACCEPTED, Ending.WITHDRAWN);
    assertThat(ends.get("RS0112"))
        .containsExactlyInAnyOrder(Ending.APPROVED, Ending.REJECTED, Ending.WITHDRAWN);
    assertThat(ends.get("RS0113")).containsExactlyInAnyOrder(Ending.APPROVED, Ending.WITHDRAWN);
  }

  @Test
  void everyWayToSpoilAMessageIsUsed() {
    Set<String> codes =
        DAY.stream()
            .filter(planned -> planned.ending() == Ending.REFUSED_AT_INTAKE)
            .map(Planned::code)
            .collect(Collectors.toSet());

    assertThat(codes).hasSizeGreaterThanOrEqualTo(13);
    assertThat(share(planned -> planned.ending() == Ending.REFUSED_AT_INTAKE)).isBetween(2.0, 4.0);
  }

  @Test
  void aFewAreRepeatedContradictedAndTakenBack() {
    assertThat(share(planned -> planned.has(Trait.REPEAT))).isBetween(1.3, 2.7);
    assertThat(share(planned -> planned.has(Trait.OTHER_CONTENT))).isBetween(0.5, 1.6);
    assertThat(share(planned -> planned.has(Trait.WITHDRAW))).isBetween(2.0, 3.8);
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
    assertThat(sound().filter(p -> p.body().contains("\"RESIDENT_ID\"")).map(Planned::idNumber))
        .filteredOn(number -> number.length() == 18)
        .hasSizeGreaterThan(CASES / 2)
        .allSatisfy(number -> assertThat(CitizenNumber.birth(number)).isPresent());
  }

  @Test
  void whatIsSentCarriesTheMessageIdThatTheLedgerKnows() {
    assertThat(sound().limit(200))
        .allSatisfy(p -> assertThat(body(p).path("messageId").asText()).isEqualTo(p.messageId()));
  }

  private static Stream<Planned> sound() {
    return DAY.stream().filter(planned -> planned.ending() != Ending.REFUSED_AT_INTAKE);
  }

  private static double share(Function<Planned, Boolean> which) {
    return DAY.stream().filter(which::apply).count() * 100.0 / CASES;
  }

  private static JsonNode body(Planned planned) throws IOException {
    return HubClient.JSON.readTree(planned.bytes());
  }

  private static List<Planned> day(long seed) {
    Generator generator = new Generator(seed, "test", NOW, Drill.centres());
    return IntStream.range(0, CASES).mapToObj(generator::plan).toList();
  }
}
