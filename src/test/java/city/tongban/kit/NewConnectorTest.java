package city.tongban.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.canonical.HubException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what a department gives us to folders that pass their own check. */
class NewConnectorTest {
  private static final String SAMPLE =
      """
      {
        "requestId": "WR-1",
        "sqr": { "xm": "某某", "zjlx": "SFZ", "sfzh": "11010519491231002X", "lxdh": "13800000000" },
        "applyDate": "20180702",
        "address": "某路1号",
        "landlord": { "name": "李某" },
        "damage": { "kind": "flood", "amount": 1200.50, "day": "20180630" },
        "materials": [ { "code": "M1", "title": "照片" } ],
        "notes": [ "一" ],
        "urgent": true
      }
      """;

  @TempDir Path copy;

  @Test
  void aSampleInJsonBecomesAConnectorThatPassesItsCheck() throws IOException {
    write("sample.json", SAMPLE);

    assertThat(read("connectors/weather-relief/connector.yaml"))
        .contains("transport: rest", "codec: json", "item: MZ9035", "call: POST /applications");
    assertThat(read("mappings/weather-relief/samples/application.sent.json"))
        .contains("\"xm\":\"张晓梅\"", "\"sfzh\":\"310104198405120028\"", "\"lxdh\":\"13817712345\"")
        .contains("\"zjlx\":\"SFZ\"", "\"applyDate\":\"20180702\"", "\"day\":\"20180630\"")
        .contains("\"requestId\":\"310104-20180702-000901/1\"", "\"title\":\"申请表\"")
        .contains("\"amount\":1200.5", "\"urgent\":true");
    green();
  }

  @Test
  void whoseNameStandsInABlockOfAnotherNameIsNotGuessed() throws IOException {
    write("sample.json", SAMPLE);

    assertThat(read("mappings/weather-relief/samples/application.sent.json"))
        .contains("\"landlord\":{\"name\":\"李某\"}");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    write("sample.json", SAMPLE);
    Path mine = copy.resolve("connectors/weather-relief/connector.yaml");
    Files.writeString(mine, "# mine");

    HubException refused = refused("sample.json", SAMPLE);

    assertThat(refused.problem().code()).isEqualTo("HUB-8021");
    assertThat(Files.readString(mine)).isEqualTo("# mine");
  }

  @Test
  void aBrokenSourceIsASentenceWithFileAndLineAndLeavesNothingBehind() throws IOException {
    HubException refused = refused("sample.json", "{\n  \"a\": 1,\n  \"b\": }\n");

    assertThat(refused.problem().code()).isEqualTo("HUB-8020");
    assertThat(refused.getMessage()).contains("sample.json line 3");
    assertThat(copy.resolve("connectors")).doesNotExist();
  }

  private void green() {
    FolderReport report = FolderReport.of(copy, List.of("weather-relief"));
    assertThat(report.findings()).isEmpty();
    assertThat(report.examples()).isPositive();
  }

  private HubException refused(String file, String source) {
    return catchThrowableOfType(HubException.class, () -> write(file, source));
  }

  private void write(String file, String source) throws IOException {
    Path from = Files.writeString(copy.resolve(file), source);
    new NewConnector(copy).write("weather-relief", from, null, null, "MZ9035", "气象灾害救助");
  }

  private String read(String file) throws IOException {
    return Files.readString(copy.resolve(file));
  }
}
