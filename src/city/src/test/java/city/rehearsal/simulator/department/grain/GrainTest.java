package city.rehearsal.simulator.department.grain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.FileLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The grain bureau's own rules, over a plain SFTP client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrainTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String HEADER =
      "类别,业务,报文号,办件号,姓名,证件类型,证件号码,联系电话,受理机构,申请时间,明细一,明细二,原报文号,撤回原因\r\n";
  private static final String BANK = "上海农商银行";
  private static final String CARD = "6222021001112223334";

  private Departments departments;
  private FileLine line;
  private int serial;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    departments = new Departments(folder, "grain");
    line = new FileLine(departments, "grain");
  }

  @AfterAll
  void close() throws IOException {
    departments.close();
  }

  @Test
  void aSheetIsReadWithItsFlagAndAnsweredOnTheNextMorning() throws Exception {
    String id = nextId();
    byte[] sheet = sheet("LS1.csv", row(id, "张三♂", "\"工商银行,卢湾支行\"\"营业部\"\"\"", CARD));
    line.put("in/LS1.csv", sheet);
    assertThat(line.entries(id)).isEmpty();

    line.put("in/LS1.csv.ok", new byte[0]);
    await().atMost(SOON).until(() -> line.entries(id).size() == 1);
    assertThat(line.entries(id).get(0).get("name").asText()).isEqualTo("张三䶮");
    assertThat(line.entries(id).get(0).get("verdict").asText()).isEqualTo("OPEN");
    nextMorning();

    String result = new String(line.awaited("out/JGLS1.csv"), GBK);
    assertThat(result)
        .startsWith("类别,报文号,受理编号,结论,原因,办理时间\r\n结果," + id + ",LS")
        .containsPattern(",同意,,\\d{4}/\\d\\d/\\d\\d 07:30:\\d\\d\r\n")
        .endsWith("合计,LS1.csv,1,已接收,\r\n");
    assertThat(line.entries(id).get(0).get("verdict").asText()).isEqualTo("APPROVED");
  }

  @Test
  void everySecondResultIsUtf8WithAByteOrderMarkAndPrivateCharacters() throws Exception {
    String id = nextId();
    line.send("LS2.csv", sheet("LS2.csv", row(id, "张三", "♂山信用社", CARD)));
    await().atMost(SOON).until(() -> line.entries(id).size() == 1);
    nextMorning();

    String result = new String(line.awaited("out/JGLS2.csv"), UTF_8);

    assertThat(result).startsWith("\uFEFF类别,").contains(",不同意,\"不支持的开户银行,\uE863山信用社\",");
  }

  @Test
  void theSameSheetAgainIsIgnoredAndOtherContentUnderItsNameIsRefused() throws Exception {
    String id = nextId();
    line.send("LS3.csv", sheet("LS3.csv", row(id, "张三", BANK, CARD)));
    await().atMost(SOON).until(() -> line.entries(id).size() == 1);

    line.send("LS3.csv", sheet("LS3.csv", row(id, "张三", BANK, CARD)));
    await().atMost(SOON).until(() -> !line.there("in/LS3.csv.ok"));
    assertThat(line.there("out/JJLS3.csv")).isFalse();
    line.send("LS3.csv", sheet("LS3.csv", row(nextId(), "李四", BANK, CARD)));

    assertThat(refusal("LS3.csv", GBK)).contains("合计,LS3.csv,0,文件名重复,");
    assertThat(line.entries(id)).hasSize(1);
  }

  @Test
  void aDeliveryInTwoSheetsIsStoredOnce() throws Exception {
    String id = nextId();
    line.send("LS5.csv", sheet("LS5.csv", row(id, "张三", BANK, CARD)));
    line.send("LS7.csv", sheet("LS7.csv", row(id, "张三", BANK, CARD)));

    await().atMost(SOON).until(() -> !line.there("in/LS5.csv.ok") && !line.there("in/LS7.csv.ok"));

    assertThat(line.entries(id)).hasSize(1);
  }

  @Test
  void aWithdrawalInTheSameNightSucceedsAndInTheMorningItIsTooLate() throws Exception {
    String id = nextId();
    String late = nextId();
    line.send("LS9.csv", sheet("LS9.csv", row(id, "张三", BANK, CARD) + row(late, "张三", BANK, CARD)));
    await().atMost(SOON).until(() -> line.entries(late).size() == 1);
    line.send("LS11.csv", sheet("LS11.csv", withdrawal(nextId(), id)));
    await().atMost(SOON).until(() -> !line.there("in/LS11.csv.ok"));
    nextMorning();

    assertThat(new String(line.awaited("out/JGLS9.csv"), GBK))
        .containsPattern(id + ",LS\\d+,已撤回,换一张卡,")
        .containsPattern(late + ",LS\\d+,同意,,");
    line.send("LS13.csv", sheet("LS13.csv", withdrawal(nextId(), late)));
    await().atMost(SOON).until(() -> !line.there("in/LS13.csv.ok"));
    nextMorning();
    assertThat(new String(line.awaited("out/JGLS13.csv"), GBK)).contains(",已办结,");
  }

  @Test
  void aMalformedSheetIsRefusedAsAWhole() throws Exception {
    String id = nextId();
    String right = row(id, "张三", BANK, CARD);

    refused("LS21.csv", "格式错误", right.replace("张三", "张\"三"));
    refused("LS23.csv", "格式错误", right.replace("张三", "张?三"));
    refused("LS25.csv", "格式错误", right.replace(BANK, "=1+1"));
    refused("LS27.csv", "格式错误", right.replace(BANK, "\"" + BANK));
    refused("LS29.csv", "格式错误", right.replace(",,\r\n", ",\r\n"));
    refused("LS31.csv", "格式错误", right.replace("FS01", "FS99"));
    refused("LS33.csv", "笔数不符", right + row(nextId(), "张三", BANK, CARD), 1);
    line.send("LS35.csv", ("\uFEFF" + HEADER + right + "合计,LS35.csv,1\r\n").getBytes(UTF_8));
    assertThat(refusal("LS35.csv", GBK)).contains(",格式错误,文件不是GBK编码");
    assertThat(line.entries(id)).isEmpty();
  }

  @Test
  void aLeadingApostropheMarksTextAndIsNotPartOfIt() throws Exception {
    String id = nextId();
    line.send("LS41.csv", sheet("LS41.csv", row(id, "张三", "'=1+1银行", "95")));
    await().atMost(SOON).until(() -> line.entries(id).size() == 1);
    String other = nextId();
    line.send("LS43.csv", sheet("LS43.csv", row(other, "张三", "'=1+1", CARD)));
    await().atMost(SOON).until(() -> line.entries(other).size() == 1);
    nextMorning();

    assertThat(new String(line.awaited("out/JGLS41.csv"), GBK)).contains(",不予受理,银行卡号应为62");
    assertThat(new String(line.awaited("out/JGLS43.csv"), GBK)).contains("不支持的开户银行,=1+1\"");
  }

  /** The next morning after the clock's time, whatever test has set it. */
  private void nextMorning() throws Exception {
    OffsetDateTime now =
        OffsetDateTime.parse(departments.control("GET", "/clock", "").path("business").asText());
    OffsetDateTime here = now.withOffsetSameInstant(ZoneOffset.ofHours(8));
    departments.clock(here.plusDays(1).with(LocalTime.of(7, 30)).toString());
  }

  private void refused(String name, String code, String rows) throws Exception {
    refused(name, code, rows, rows.split("\r\n").length);
  }

  private void refused(String name, String code, String rows, int count) throws Exception {
    line.send(name, (HEADER + rows + "合计," + name + "," + count + "\r\n").getBytes(GBK));
    assertThat(refusal(name, GBK)).contains("合计," + name + ",0," + code + ",");
  }

  private String refusal(String name, Charset charset) {
    return new String(line.awaited("out/JJ" + name), charset);
  }

  private String nextId() {
    serial++;
    return "310101-20180702-%06d/1".formatted(serial);
  }

  private static String row(String id, String name, String detail1, String detail2) {
    return "申请,FS01,%s,%s,%s,护照,E12345678,,31010100201,2018/07/02 08:41:10,%s,%s,,\r\n"
        .formatted(id, id.substring(0, id.length() - 2), name, detail1, detail2);
  }

  private static String withdrawal(String id, String original) {
    return "撤回,CX00,%s,%s,,,,,,,,,%s,换一张卡\r\n"
        .formatted(id, original.substring(0, original.length() - 2), original);
  }

  /** A sheet in the old code page; ♂ is replaced with the private bytes of 䶮. */
  private static byte[] sheet(String name, String rows) {
    String text = HEADER + rows + "合计," + name + "," + rows.split("\r\n").length + "\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] parts = text.split("♂", -1);
    for (int i = 0; i < parts.length; i++) {
      bytes.writeBytes(i == 0 ? new byte[0] : HexFormat.of().parseHex("fe9f"));
      bytes.writeBytes(parts[i].getBytes(GBK));
    }
    return bytes.toByteArray();
  }
}
