package city.tongban.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.HubException;
import city.tongban.connector.Bundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends is believed in nothing. */
class UploadedBundleTest {
  private static final byte[] YAML = "department: ZJ".getBytes(UTF_8);

  @Test
  void howItWasPackedDoesNotMatter() throws IOException {
    Bundle shipped = ShippedConnectors.folders().get("housing");
    ByteArrayOutputStream squeezed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(squeezed)) {
      for (String path : shipped.under("").stream().sorted(Comparator.reverseOrder()).toList()) {
        put(zip, path, shipped.file(path).orElseThrow());
      }
    }

    assertThat(UploadedBundle.open(squeezed.toByteArray())).isEqualTo(shipped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "connector/../../evil",
        "/etc/passwd",
        "connector/.hidden",
        "mappings/a/.git/config",
        "mappings\\a.xsl",
        "mappings/a b.xsl",
        "mappings/\u202Elsx.a",
        "mappings/",
        "mappings//a.xsl",
        "secrets/token-engineer",
        "C:/mappings/a.xsl",
        "mappings/a/b/c/d/e/f/g/h.xsl"
      })
  void aNameThatLeadsElsewhereIsRefused(String path) throws IOException {
    assertRefused(zip(path, "x".getBytes(UTF_8)), "name is not allowed");
  }

  @Test
  void twoNamesThatAreOneOnAnotherMachineAreRefused() throws IOException {
    assertRefused(zip("connector/Connector.yaml", YAML), "is in it twice");
  }

  @Test
  void whatUnpacksToFarMoreThanItIsStopsAtTheLimit() throws IOException {
    byte[] bomb = zip("mappings/a.csv", new byte[UploadedBundle.BYTES_MAX]);

    assertThat(bomb.length).isLessThan(100_000);
    assertRefused(bomb, "unpacks to more than");
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i <= UploadedBundle.FILES_MAX; i++) {
        put(zip, "mappings/" + i, new byte[0]);
      }
    }

    assertRefused(bytes.toByteArray(), "more than 500 files");
  }

  @Test
  void halfAZipIsRefused() throws IOException {
    byte[] whole = zip("mappings/a.xsl", "some text that is long enough".getBytes(UTF_8));

    assertRefused(Arrays.copyOf(whole, 40), "not a whole zip");
    assertRefused(new byte[0], "connector/connector.yaml is not in it");
  }

  @Test
  void aSettingOfThisMachineIsNotReadByIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, ConnectorReader.FILE, "title: '{{env:PATH}}'".getBytes(UTF_8));
    }

    assertRefused(bytes.toByteArray(), "settings of this machine");
  }

  private static void assertRefused(byte[] zip, String why) {
    assertThatThrownBy(() -> UploadedBundle.open(zip))
        .hasMessageStartingWith("HUB-8025")
        .satisfies(e -> assertThat(((HubException) e).problem().why()).contains(why));
  }

  /** A connector.yaml, and that. */
  private static byte[] zip(String path, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, ConnectorReader.FILE, YAML);
      put(zip, path, content);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(path));
    zip.write(content);
  }
}
