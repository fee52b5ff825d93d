package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import city.tongban.console.TextDiff.Kind;
import city.tongban.console.TextDiff.Row;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  @Test
  void equalTextsHaveNoDifference() {
    TextDiff none = TextDiff.of("a\nb", "a\nb", true);

    assertThat(none.changes()).isZero();
    assertThat(none.rows()).extracting(Row::kind).containsOnly(Kind.SAME);
  }

  @Test
  void aChangedLineMarksTheWordThatChanged() {
    TextDiff one =
        TextDiff.of("<a>\n  <name>王小明</name>\n</a>", "<a>\n  <name>王小朋</name>\n</a>", true);

    Row row = one.rows().get(1);
    assertThat(row.kind()).isEqualTo(Kind.CHANGED);
    assertThat(marked(row.left().pieces())).isEqualTo("明");
    assertThat(marked(row.right().pieces())).isEqualTo("朋");
    assertThat(whole(row.left().pieces())).isEqualTo("  <name>王小明</name>");
  }

  @Test
  void linesThatHaveNothingInCommonAreNotMarkedWordByWord() {
    Row row = TextDiff.of("<item>ZJ9001</item>", "{ \"ywlx\" : \"ZF01\",", true).rows().get(0);

    assertThat(marked(row.left().pieces())).isEmpty();
    assertThat(marked(row.right().pieces())).isEmpty();
  }

  @Test
  void whatIsOnOneSideOnlyStandsAlone() {
    assertThat(TextDiff.of("a\nb\nc", "a\nc", true).rows())
        .extracting(Row::kind)
        .containsExactly(Kind.SAME, Kind.ONLY_LEFT, Kind.SAME);
    assertThat(TextDiff.of("a\nc", "a\nb\nc", true).rows())
        .extracting(Row::kind)
        .containsExactly(Kind.SAME, Kind.ONLY_RIGHT, Kind.SAME);
    assertThat(TextDiff.of("", "a", true).rows())
        .extracting(Row::kind)
        .containsExactly(Kind.ONLY_RIGHT);
  }

  @Test
  void equalLinesFarFromADifferenceAreFoldedAndCounted() {
    String left = lines(0, 50) + "\nx\n" + lines(60, 100);
    String right = lines(0, 50) + "\ny\n" + lines(60, 100);

    List<Row> rows = TextDiff.of(left, right, false).rows();

    assertThat(rows).hasSize(1 + 3 + 1 + 3 + 1);
    assertThat(rows.get(0)).returns(Kind.FOLDED, Row::kind).returns(47, Row::folded);
    assertThat(rows.get(8)).returns(Kind.FOLDED, Row::kind).returns(37, Row::folded);
    assertThat(TextDiff.of(left, right, true).rows()).hasSize(91);
  }

  @Test
  void lineNumbersAreThoseOfTheirOwnText() {
    List<Row> rows = TextDiff.of("a\nb\nc", "c", true).rows();

    assertThat(rows.get(2).left().number()).isEqualTo(3);
    assertThat(rows.get(2).right().number()).isEqualTo(1);
  }

  @Test
  void textsMadeToTakeForEverTakeAMoment() {
    String left =
        IntStream.range(0, 40_000).mapToObj(i -> "l" + i).collect(Collectors.joining("\n"));
    String right =
        IntStream.range(0, 40_000).mapToObj(i -> "r" + i).collect(Collectors.joining("\n"));

    TextDiff all =
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> TextDiff.of(left, right, true));

    assertThat(all.cut()).isTrue();
    assertThat(all.rows()).hasSize(TextDiff.LINES_MAX);
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
  }

  private static String marked(List<WordDiff.Piece> pieces) {
    return pieces.stream()
        .filter(WordDiff.Piece::changed)
        .map(WordDiff.Piece::text)
        .collect(Collectors.joining());
  }

  private static String whole(List<WordDiff.Piece> pieces) {
    return pieces.stream().map(WordDiff.Piece::text).collect(Collectors.joining());
  }
}
