package city.tongban.kit;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.Certificates;
import city.rehearsal.client.Certificates.Days;
import city.tongban.kit.FolderReport.SecretsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an engineer is told about folders with a slip in them: the file, what it is, and the fix.
 */
class FolderReportTest {
  @TempDir Path copy;

  @BeforeEach
  void housingAlone() throws IOException {
    copyFolder("connectors/housing");
    copyFolder("mappings/housing");
  }

  @Test
  void whatIsShippedHasNothingToMend() {
    FolderReport report = FolderReport.of(Path.of("."), List.of());

    assertThat(report.findings()).isEmpty();
    assertThat(report.connectors()).isGreaterThanOrEqualTo(3);
    assertThat(report.examples()).isGreaterThan(50);
  }

  @Test
  void aCertificateThatEndsWithinAWeekIsNamedWithItsFile() throws IOException {
    copyFolder("connectors/public-security");
    copyFolder("mappings/public-security");
    Instant now = Instant.parse("2026-07-02T04:00:00Z");
    String key =
        Certificates.issued(
            Certificates.authority("test"),
            "x",
            new Days(now.minusSeconds(60), now.plusSeconds(60)));
    Files.writeString(copy.resolve("public-security-tls"), key);

    FolderReport report =
        FolderReport.of(copy, List.of(), new SecretsFolder(copy, Clock.fixed(now, ZoneOffset.UTC)));

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.where()).endsWith("public-security-tls");
              assertThat(finding.what())
                  .isEqualTo("HUB-4074 the certificate ends at 2026-07-02T04:01:00Z");
            });
  }

  @Test
  void daysOnWhichACodeHasNoWordAreToldAndTheListIsTaken() throws IOException {
    change(
        "mappings/housing/codes/decision.csv",
        "ours,theirs,title\nAPPROVED,PZ,批准",
        "ours,theirs,from,to,title\nAPPROVED,PZ,,2018-06-30,批准\nAPPROVED,PZ,2018-08-01,,批准");
    change("mappings/housing/codes/decision.csv", "BYPZ,不", "BYPZ,,,不");

    assertThat(only().what())
        .isEqualTo(
            "codes/decision.csv line 3: canonical code APPROVED has no code between 2018-06-30 and"
                + " 2018-08-01");
  }

  @Test
  void aMisspeltKeyIsNamedWithItsLine() throws IOException {
    change("connectors/housing/connector.yaml", "charset: UTF-8", "charsett: UTF-8");

    Finding finding = only();

    assertThat(finding.where()).isEqualTo("connectors/housing/connector.yaml line 10");
    assertThat(finding.what()).contains("HUB-8003", "'charsett' is not a key", "charset, codec");
    assertThat(finding.fix()).isEqualTo("write 'charset'");
  }

  @Test
  void allSlipsOfAFileAreToldAtOnceEachWithItsLine() throws IOException {
    change("connectors/housing/connector.yaml", "timeout: 20s", "timeout: twenty");
    change("connectors/housing/connector.yaml", "doubt: ask", "doubt: aks");
    change("connectors/housing/connector.yaml", "  concurrency: 4 ", "# ");
    change("connectors/housing/connector.yaml", "tokenPath", "tokenpath");

    assertThat(FolderReport.of(copy, List.of()).findings())
        .extracting(
            f -> f.where().replaceFirst(".* line", "line") + " " + f.what() + "; " + f.fix())
        .satisfiesExactly(
            f -> assertThat(f).startsWith("line 8 HUB-8003 'tokenpath'").endsWith("'tokenPath'"),
            f -> assertThat(f).startsWith("line 12 HUB-8004 limits.concurrency is missing"),
            f -> assertThat(f).startsWith("line 13 HUB-8004 limits.timeout: 'twenty' is not"),
            f ->
                assertThat(f).startsWith("line 18 HUB-8004 doubt: 'aks' is not").endsWith("'ask'"));
  }

  @Test
  void aSheetThatDoesNotCompileIsNamedWithItsLine() throws IOException {
    change("mappings/housing/lease-filing.request.xsl", "select=\"", "select=\"][");

    assertThat(what()).contains("HUB-8009", "mappings/housing/lease-filing.request.xsl line");
  }

  @Test
  void aMappingThatIsNotThereIsNamed() throws IOException {
    Files.delete(copy.resolve("mappings/housing/withdrawal.request.xsl"));

    assertThat(what()).contains("HUB-8005", "mappings/housing/withdrawal.request.xsl is missing");
  }

  @Test
  void anExampleThatComesOutOtherwiseSaysWhere() throws IOException {
    change("mappings/housing/samples/lease-filing.filing.json", "5200", "5201");

    Finding finding = only();

    assertThat(finding.where())
        .contains("lease-filing.test.yaml, 'a resident with an identity card'");
    assertThat(finding.what()).contains("5201").contains("5200");
  }

  @Test
  void aSampleThatBreaksAGateIsTheExamplesFinding() throws IOException {
    change("mappings/housing/samples/lease-filing.case.xml", "<item>ZJ9001</item>", "");

    assertThat(FolderReport.of(copy, List.of()).findings())
        .anySatisfy(finding -> assertThat(finding.what()).contains("refused with HUB-9001"));
  }

  @Test
  void anExampleThatExpectsNothingShowsNothing() throws IOException {
    change(
        "mappings/housing/withdrawal.test.yaml",
        "- name:",
        "- name: idle\n  request: samples/lease-filing.case.xml\n- name:");

    assertThat(what()).contains("shows nothing");
  }

  @Test
  void twoThatOfferOneItemAreRivals() throws IOException {
    copyFolder("connectors/housing", "connectors/lodging");
    copyFolder("mappings/housing", "mappings/lodging");
    change("connectors/lodging/connector.yaml", "credential: housing", "credential: lodging");

    assertThat(FolderReport.of(copy, List.of()).findings())
        .extracting(Finding::what)
        .contains("item ZJ9001 is offered by housing too");
  }

  @Test
  void aNameThatIsNoFolderIsSaid() {
    assertThat(FolderReport.of(copy, List.of("hosing")).findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.what()).contains("no connector").contains("housing"));
  }

  private String what() {
    return only().what();
  }

  private Finding only() {
    List<Finding> findings = FolderReport.of(copy, List.of()).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = copy.resolve(file);
    String before = Files.readString(path);
    int at = before.indexOf(from);
    assertThat(at).as(from).isNotNegative();
    Files.writeString(path, before.substring(0, at) + to + before.substring(at + from.length()));
  }

  private void copyFolder(String folder) throws IOException {
    copyFolder(folder, folder);
  }

  private void copyFolder(String from, String to) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(from))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(to).resolve(Path.of(from).relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
