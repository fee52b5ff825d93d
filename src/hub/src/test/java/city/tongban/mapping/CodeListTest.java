package city.tongban.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.mapping.CodeLine.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a code means depends on its list alone: on the second field, and on the day. */
class CodeListTest {
  private static final String PERMITS =
      """
      ours,when,theirs,from,to,title
      PERMIT,H,04,,,Hong Kong
      PERMIT,M,04,,2018-12-31,Macao, in the code of Hong Kong
      PERMIT,M,05,2019-01-01,,Macao
      BOOK,,09,2018-03-01,2018-06-30,a book
      """;

  @ParameterizedTest(name = "{0} {1} on {2} is {3}")
  @CsvSource({
    "PERMIT,H,2018-07-02,04",
    "PERMIT,M,2018-12-31,04",
    "PERMIT,M,2019-01-01,05",
    "BOOK,,2018-03-01,09",
    "BOOK,x,2018-06-30,09"
  })
  void theSecondFieldAndTheDayDecide(String code, String second, LocalDate day, String theirs)
      throws Exception {
    CodeList list = list(PERMITS);

    assertThat(list.translated(question(Way.TO_THEIRS, code, second, day))).isEqualTo(theirs);
    assertThat(list.translated(question(Way.TO_OURS, theirs, second, day))).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0} {1} on {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CARD||2018-07-02|it is not in codes/x.csv",
        "PERMIT|K|2018-07-02|only when the second field is H or M, and it is another",
        "PERMIT||2018-07-02|only when the second field is H or M, and it is not given",
        "BOOK||2018-02-28|has it from 2018-03-01 to 2018-06-30, and the day of the message is"
            + " 2018-02-28",
        "BOOK||2018-07-01|has it from 2018-03-01 to 2018-06-30, and the day of the message is"
            + " 2018-07-01"
      })
  void whatIsNotSureIsRefusedWithTheReason(String code, String second, LocalDate day, String why) {
    UnknownCode refused =
        catchThrowableOfType(
            UnknownCode.class,
            () -> list(PERMITS).translated(question(Way.TO_THEIRS, code, second, day)));

    assertThat(refused.why()).contains(why);
  }

  @Test
  void aCodeOfTheirsThatMeansOneThingNeedsNoSecondFieldAndOneThatMeansTwoDoes() throws Exception {
    CodeList list = list("ours,when,theirs,title\nA,x,1,\nB,y,1,\nB,z,2,\n");

    assertThat(list.translated(question(Way.TO_OURS, "2", null, null))).isEqualTo("B");
    assertThat(list.translated(question(Way.TO_OURS, "1", "y", null))).isEqualTo("B");
    assertThatThrownBy(() -> list.translated(question(Way.TO_OURS, "1", null, null)))
        .hasMessage("codes/x.csv lines 2, 3 are ambiguous");
  }

  @Test
  void inAnOldListTheFirstOfSeveralIsStillWhatWeSay() throws Exception {
    CodeList list = list("ours,theirs,title\nBUSY,900001,closed\nBUSY,900003,busy, very\n");

    assertThat(list.translated(question(Way.TO_THEIRS, "BUSY", null, null))).isEqualTo("900001");
    assertThat(list.translated(question(Way.TO_OURS, "900003", null, null))).isEqualTo("BUSY");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ours,theirs,when,title;A,1,,|line 1: the first line must be one of",
        "ours,theirs,title;A,1,;B,1,|line 3: code 1 of the back-end occurs twice, first in line 2",
        "ours,when,theirs,title;A,,1,;A,x,1,|line 3: code 1 of the back-end occurs twice, first in"
            + " line 2",
        "ours,theirs,from,to,title;A,1,,2018-12-31,;B,1,2018-12-31,,|line 3: code 1 of the"
            + " back-end occurs twice, first in line 2, and both are valid on some day",
        "ours,theirs,from,to,title;A,1,2018-02-30,,|line 2: a day is written like 2018-07-02",
        "ours,theirs,from,to,title;A,1,2018-07-02,2018-07-01,|line 2: its last day is before its"
            + " first",
        "ours,theirs,from,to,title;A,1,,|line 2: 5 cells are needed",
        "ours,when,theirs,title;A,x,,|line 2: columns ours and theirs must not be empty",
        "ours,theirs,title;A,1 ,|line 2: a cell has leading or trailing blanks"
      })
  void anErrorInAListIsReportedWithItsLine(String csv, String why) {
    assertThatThrownBy(() -> list(csv.replace(';', '\n')))
        .hasMessageStartingWith("HUB-8009: mappings/there/codes/x.csv " + why);
  }

  @Test
  void daysBetweenTwoLinesOfACodeAreAGapAndConsecutiveLinesHaveNone() {
    String csv =
        """
        ours,theirs,from,to,title
        A,1,,2018-06-30,
        A,2,2018-07-02,2018-07-31,
        A,3,2018-08-01,,
        """;

    assertThat(list(csv).gaps())
        .containsExactly(
            "codes/x.csv line 3: canonical code A has no code between 2018-06-30 and 2018-07-02");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "codes:their('c', item)|ours,when,theirs,title;A,x,1,;A,y,2,|lines 2, 3 need the second"
            + " field",
        "codes:their('c', item,"
            + " 'x')|ours,theirs,from,to,title;A,1,,2018-12-31,;A,2,2018-12-31,,|lines 2, 3 are"
            + " ambiguous for canonical code A",
        "codes:ours('c', item)|ours,when,theirs,title;A,x,1,;B,y,1,|lines 2, 3 are ambiguous"
            + " for back-end code 1",
        "codes:ours('c', item,"
            + " 'x')|ours,theirs,from,to,title;A,1,,2018-12-31,;B,1,2019-01-01,,|lines 2, 3 are"
            + " ambiguous for back-end code 1",
        "codes:ours('d', item)|ours,theirs,title;A,1,|a stylesheet uses codes/d.csv, which does"
            + " not exist"
      })
  void anAmbiguousLookupDoesNotCompileAndIsReportedWithItsLine(
      String call, String csv, String why) {
    HubException refused =
        catchThrowableOfType(HubException.class, () -> compiled(call, csv.replace(';', '\n')));

    assertThat(refused)
        .hasMessageStartingWith(
            "HUB-8009: mappings/human-resources/inquiry.request.xsl line 4 does not compile");
    assertThat(refused.problem().why()).contains(why);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "codes:their('c', item, 'x')|ours,when,theirs,title;A,x,1,;A,y,2,",
        "codes:their('c', item)|ours,theirs,from,to,title;A,1,,2018-12-31,;A,2,2019-01-01,,",
        "codes:ours('c', item, (),"
            + " collectedAt)|ours,theirs,from,to,title;A,1,,2018-12-31,;B,1,2019-01-01,,",
        "codes:ours('c', item)|ours,theirs,from,to,title;A,1,2018-01-01,,;A,2,2018-01-01,,"
      })
  void aSheetThatGivesWhatTheListWantsCompiles(String call, String csv) {
    compiled(call, csv.replace(';', '\n'));
  }

  @ParameterizedTest(name = "collected {0}, they say {1}: {2}")
  @CsvSource({
    "2018-12-31T23:59:59+08:00,2019-01-01,1 B",
    "2018-12-31T15:59:59Z,2018-12-31T16:00:00Z,1 B",
    "2018-12-31T16:00:00Z,2018-12-31T15:59:59Z,2 A"
  })
  void ofACaseItsOwnDayCountsAndOfAnAnswerTheDayThatTheSheetGives(
      String collected, String said, String made) {
    Connector connector =
        with(
            "codes:their('c', 'A') || ' ' || codes:ours('d', '7', (), number)",
            "ours,theirs,from,to,title\nA,1,,2018-12-31,\nA,2,2019-01-01,,\n",
            "ours,theirs,from,to,title\nA,7,,2018-12-31,\nB,7,2019-01-01,,\n");
    String document =
        "<case><number>%s</number><collectedAt>%s</collectedAt></case>".formatted(said, collected);

    // the first column is by the day of the case, the second by what was said
    assertThat(Mappings.forTools().transformed(connector, "inquiry", document, Map.of()))
        .contains("<ROOT>" + made + "</ROOT>");
  }

  @Test
  void aDayThatIsNoneIsRefusedWithItsPlace() {
    Connector connector =
        with(
            "codes:ours('c', '7', (), number)",
            "ours,theirs,from,to,title\nA,7,,2018-12-31,\nB,7,2019-01-01,,\n",
            "ours,theirs,title\n");

    HubException refused =
        catchThrowableOfType(
            HubException.class,
            () ->
                Mappings.forTools()
                    .transformed(
                        connector, "inquiry", "<case><number>yesterday</number></case>", Map.of()));

    assertThat(refused.problem().code()).isEqualTo("HUB-9010");
    assertThat(refused.problem().at()).isEqualTo("/case/number");
  }

  /** For every line that is shipped: what we say for our word means our word. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("backEnds")
  void everyShippedListLeadsThereAndBack(String backEnd) throws Exception {
    Random dice = new Random(20180702);
    for (CodeList list :
        CodeLists.of(ShippedConnectors.with(backEnd, Map.of()), (list, code) -> {})
            .all()
            .values()) {
      for (CodeLine line : list.lines()) {
        roundTrip(list, line, dayWithin(line.span(), dice));
      }
    }
  }

  private static void roundTrip(CodeList list, CodeLine line, LocalDate day) throws UnknownCode {
    assertThat(list.translated(question(Way.TO_OURS, line.theirs(), line.when(), day)))
        .isEqualTo(line.ours());
    String said = list.translated(question(Way.TO_THEIRS, line.ours(), line.when(), day));
    assertThat(list.translated(question(Way.TO_OURS, said, line.when(), day)))
        .isEqualTo(line.ours());
  }

  /** Lists that a seed makes up: each line leads there and back on its days, and on no other. */
  @Test
  void anyListWithoutTwinsLeadsThereAndBackOnItsDaysAndOnNoOthers() throws Exception {
    Random dice = new Random(42);
    for (int round = 0; round < 300; round++) {
      CodeList list = list(madeUp(dice));
      for (CodeLine line : list.lines()) {
        roundTrip(list, line, dayWithin(line.span(), dice));
        for (Way way : Way.values()) {
          outside(list, line, way);
        }
      }
    }
  }

  private static void outside(CodeList list, CodeLine line, Way way) {
    for (LocalDate day :
        Stream.of(
                Optional.ofNullable(line.span().from()).map(d -> d.minusDays(1)),
                Optional.ofNullable(line.span().to()).map(d -> d.plusDays(1)))
            .flatMap(Optional::stream)
            .toList()) {
      try {
        String word = list.translated(question(way, way.from(line), line.when(), day));
        assertThat(list.lines())
            .anyMatch(
                other ->
                    way.from(other).equals(way.from(line))
                        && way.to(other).equals(word)
                        && other.span().holds(day));
      } catch (UnknownCode e) {
        assertThat(e.why()).contains("codes/x.csv has it");
      }
    }
  }

  /** Codes in pairs, each with two second fields or none, over years that follow one another. */
  private static String madeUp(Random dice) {
    StringBuilder csv = new StringBuilder("ours,when,theirs,from,to,title\n");
    int serial = 0;
    for (int code = 0; code < 1 + dice.nextInt(4); code++) {
      String[] whens = dice.nextBoolean() ? new String[] {""} : new String[] {"H", "M"};
      for (String when : whens) {
        LocalDate from = LocalDate.of(2018, 1, 1).plusDays(dice.nextInt(60));
        for (int span = 0; span < 1 + dice.nextInt(3); span++) {
          LocalDate to = from.plusDays(dice.nextInt(90));
          csv.append("C%d,%s,%02d,%s,%s,x,y\n".formatted(code, when, serial++, from, to));
          from = to.plusDays(1 + dice.nextInt(2));
        }
      }
    }
    return csv.toString();
  }

  private static LocalDate dayWithin(ValidityPeriod span, Random dice) {
    LocalDate from =
        span.from() != null
            ? span.from()
            : (span.to() == null ? LocalDate.of(2018, 7, 2) : span.to()).minusDays(400);
    LocalDate to = span.to() != null ? span.to() : from.plusDays(400);
    return from.plusDays(dice.nextInt((int) (to.toEpochDay() - from.toEpochDay()) + 1));
  }

  static List<String> backEnds() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("mappings"))) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static void compiled(String call, String csv) {
    Mappings.forTools().check(with(call, csv, null));
  }

  private static Connector with(String call, String c, String d) {
    String sheet =
        """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
          <xsl:template match="case">
            <ROOT><xsl:value-of select="%s"/></ROOT>
          </xsl:template>
        </xsl:stylesheet>
        """
            .formatted(call);
    Connector connector = Bundles.with("human-resources", "mappings/inquiry.request.xsl", sheet);
    connector = Bundles.with(connector, "mappings/codes/c.csv", c);
    return d == null ? connector : Bundles.with(connector, "mappings/codes/d.csv", d);
  }

  private static CodeList list(String csv) {
    return new CodeListFile("there", "x").read(csv);
  }

  private static CodeLookup question(Way way, String code, String second, LocalDate day) {
    return new CodeLookup(way, code, second, day);
  }
}
