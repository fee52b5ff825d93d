package city.tongban.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is written but what its names say. */
class ExampleWriterTest {
  @TempDir Path copy;

  @Test
  void aNameThatLeadsElsewhereIsNotFollowed() throws IOException {
    for (String folder : List.of("connectors/housing", "mappings/housing")) {
      copied(Path.of(folder), copy.resolve(folder));
    }
    List<Path> before = files();
    ExampleWriter example = new ExampleWriter(copy, "housing", "recorded");

    assertThatThrownBy(() -> new ExampleWriter(copy, "housing", "../recorded"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> example.request("../../elsewhere", "<case/>", Map.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> example.heard("reply", "../../elsewhere", "{}", 200))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(copy)) {
      return all.sorted().toList();
    }
  }

  private static void copied(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path there = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(there);
        } else {
          Files.copy(each, there);
        }
      }
    }
  }
}
