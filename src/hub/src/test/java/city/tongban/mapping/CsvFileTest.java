package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A sheet by its bytes: header and sum, the mark of UTF-8, the private characters of an old font.
 */
class CsvFileTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final Path SAMPLES = Path.of("mappings/grain/samples");
  private static final String HEADER = "类别,报文号,受理编号,结论,原因,办理时间\r\n";
  private static final String LINE =
      "结果,310104-20180702-000701/1,LS20180000012,不同意,%s,2018/07/03 07:30:00\r\n";
  private static final String SUM = "合计,LS20180702000001.csv,1,已接收,\r\n";

  private final Connector grain = ShippedConnectors.with("grain", Map.of());
  private final Mappings mappings = Mappings.forTools();

  @Test
  void aFileIsItsHeaderItsLinesAndASumThatCountsThem() throws IOException {
    byte[] line = mapped("subsidy-card.case.xml", "subsidy-card");

    byte[] file = mappings.file(grain, "LS20180702000001.csv", List.of(line, line));

    assertThat(HexFormat.of().formatHex(line)).contains("d6dcfe9f2c"); // 周䶮 and a comma
    List<String> rows = new String(file, "GB18030").lines().toList();
    assertThat(rows)
        .hasSize(4)
        .startsWith("类别,业务,报文号,办件号,姓名,证件类型,证件号码,联系电话,受理机构,申请时间,明细一,明细二,原报文号,撤回原因")
        .endsWith("合计,LS20180702000001.csv,2");
    assertThat(new String(file, "GB18030").split("\r\n", -1)).hasSize(5).endsWith("");
  }

  @Test
  void theSameLinesMakeTheSameFile() throws IOException {
    List<byte[]> lines = List.of(mapped("subsidy-card.case.xml", "subsidy-card"));

    assertThat(mappings.file(grain, "LS1.csv", lines))
        .isEqualTo(mappings.file(grain, "LS1.csv", lines));
  }

  @Test
  void aPrivateCharacterInTheirCodePageIsTheCharacterThatTheListSays() {
    byte[] file = sheet(HEADER + LINE.formatted("找♂确认") + SUM, GBK, "♂", "fe9f");

    assertThat(reason(file)).isEqualTo("找䶮确认");
  }

  @Test
  void behindTheMarkOfUtf8AFileIsUtf8AndItsPrivateCharacterMeansTheSame() {
    byte[] file = ("\uFEFF" + HEADER + LINE.formatted("找\uE863确认") + SUM).getBytes(UTF_8);

    assertThat(mappings.open(grain, file).contentType()).isEqualTo("text/csv; charset=UTF-8");
    assertThat(reason(file)).isEqualTo("找䶮确认");
  }

  @Test
  void behindTheMarkOfUtf8NothingElseIsBelieved() {
    byte[] gbk = sheet("♂" + HEADER + LINE.formatted("无") + SUM, GBK, "♂", "efbbbf");

    assertThat(refused(gbk)).isEqualTo("HUB-5010");
  }

  @Test
  void utf8WithoutItsMarkIsNotWhatWasAgreed() {
    assertThat(refused((HEADER + LINE.formatted("无") + SUM).getBytes(UTF_8))).isEqualTo("HUB-5010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uE816", "\uE000", "\uF8FF"})
  void aPrivateCharacterThatTheListDoesNotKnowIsNotGuessed(String unknown) {
    byte[] file = ("\uFEFF" + HEADER + LINE.formatted(unknown) + SUM).getBytes(UTF_8);
    ResultFile opened = mappings.open(grain, file);

    assertThat(refusedLine(opened)).isEqualTo("HUB-9014");
  }

  @Test
  void privateBytesThatTheListDoesNotKnowAreNotGuessed() {
    byte[] file = sheet(HEADER + LINE.formatted("♂") + SUM, GBK, "♂", "fe51");

    assertThat(refusedLine(mappings.open(grain, file))).isEqualTo("HUB-9014");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\"=1\"", "＝1", "＋1", "－1", "＠1"})
  void aFieldThatBeginsLikeAFormulaIsNotBelieved(String formula) {
    byte[] file = (HEADER + LINE.formatted(formula) + SUM).getBytes(GBK);

    assertThat(refusedLine(mappings.open(grain, file))).isEqualTo("HUB-9015");
  }

  @Test
  void aLineBreakInsideOfQuotesEndsNoLine() {
    byte[] file = (HEADER + LINE.formatted("\"无,\r\n\"") + SUM).getBytes(GBK);

    ResultFile opened = mappings.open(grain, file);

    assertThat(opened.lines()).hasSize(1);
    assertThat(refusedLine(opened)).isEqualTo("HUB-9010"); // a reason has one line
  }

  @Test
  void halfASheetIsNotTakenWhereverItEnds() {
    byte[] whole = (HEADER + LINE.formatted("\"无,\"") + SUM).getBytes(GBK);
    assertThat(mappings.open(grain, whole).lines()).hasSize(1);

    for (int end = 0; end < whole.length; end++) {
      assertThat(refused(Arrays.copyOf(whole, end))).as("%d bytes", end).isEqualTo("HUB-5010");
    }
  }

  @Test
  void aSumThatCountsOtherLinesIsNotBelieved() {
    String doubled = HEADER + LINE.formatted("无").repeat(2) + SUM;

    assertThat(refused(doubled.getBytes(GBK))).isEqualTo("HUB-5010");
  }

  @Test
  void aSheetWithOtherColumnsIsNotRead() {
    String moved = HEADER.replace("结论,原因", "原因,结论") + LINE.formatted("无") + SUM;

    assertThat(refused(moved.getBytes(GBK))).isEqualTo("HUB-5010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"䶮", "䶮䶮,E863", "䶮,e863", "䶮,4E00", "䶮,E863\n㑇,E863", "䶮,E863\n䶮,E864"})
  void aListThatSaysTwoThingsOrHalfAThingIsNoList(String lines) {
    Connector wrong =
        Bundles.with("grain", "mappings/private-use.csv", "ours,private\n" + lines + "\n");

    assertThatThrownBy(() -> mappings.check(wrong))
        .hasMessageStartingWith("HUB-8009")
        .hasMessageContaining("mappings/grain/private-use.csv line ");
  }

  @Test
  void aWireFileOfAnotherFormatThanTheCodecsIsRefused() {
    String fixed =
        Bundles.text("grain", "mappings/wire.beanio.xml").replace("\"csv\"", "\"delimited\"");

    assertThatThrownBy(
            () -> mappings.check(Bundles.with("grain", "mappings/wire.beanio.xml", fixed)))
        .hasMessageStartingWith("HUB-8009");
  }

  private String reason(byte[] file) {
    ResultFile opened = mappings.open(grain, file);
    return mappings
        .result(grain, "line", new RawMessage(0, opened.lines().get(0), opened.contentType()))
        .reason();
  }

  private String refusedLine(ResultFile file) {
    HubException refused =
        catchThrowableOfType(
            HubException.class,
            () ->
                mappings.result(
                    grain, "line", new RawMessage(0, file.lines().get(0), file.contentType())));
    assertThat(refused).as("refused").isNotNull();
    return refused.problem().code();
  }

  private String refused(byte[] file) {
    HubException refused =
        catchThrowableOfType(HubException.class, () -> mappings.open(grain, file));
    assertThat(refused).as("refused").isNotNull();
    return refused.problem().code();
  }

  private byte[] mapped(String sample, String mapping) throws IOException {
    return mappings
        .request(
            grain,
            mapping,
            Files.readString(SAMPLES.resolve(sample)),
            Map.of("delivery", "310104-20180702-000701/1"))
        .bytes();
  }

  /** Text in a charset with some bytes put in that it has no character for. */
  private static byte[] sheet(String text, Charset charset, String place, String hex) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] around = text.split(place, 2);
    bytes.writeBytes(around[0].getBytes(charset));
    bytes.writeBytes(HexFormat.of().parseHex(hex));
    bytes.writeBytes(around[1].getBytes(charset));
    return bytes.toByteArray();
  }
}
