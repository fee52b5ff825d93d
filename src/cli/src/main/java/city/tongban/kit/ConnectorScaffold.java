package city.tongban.kit;

import city.tongban.canonical.Answer;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.kit.scaffold.ConnectorDraft;
import city.tongban.kit.scaffold.ScaffoldRequest;
import city.tongban.kit.source.ServiceContract;
import city.tongban.kit.source.SourceReaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the folders of a new connector, after the new files have passed the connector check. */
public final class ConnectorScaffold {
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern ITEM = Pattern.compile("[A-Z]{2}[0-9]{4}");

  private final Path root;

  /**
   * Creates a scaffold for one working copy.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   */
  public ConnectorScaffold(Path root) {
    this.root = root;
  }

  /**
   * Writes the files of a new connector; returns their paths below the root.
   *
   * @param operation which operation of the source; null for the first
   * @param department null for the department that owns the item
   * @throws HubException with file, line and fix, when the source is not usable or the name is
   *     taken
   */
  public List<String> write(
      String name,
      Path source,
      @Nullable String operation,
      @Nullable String department,
      String item,
      String title) {
    return write(name, source, operation, department, item, title, false);
  }

  /**
   * Writes the files of a new connector, for a case or for a question.
   *
   * @param question whether the item is answered at the counter
   */
  public List<String> write(
      String name,
      Path source,
      @Nullable String operation,
      @Nullable String department,
      String item,
      String title,
      boolean question) {
    usable(name, item);
    ServiceContract contract = SourceReaders.read(source, operation);
    if (question && contract.wire() == ServiceContract.Wire.FILES) {
      throw Refusal.of("HUB-8022", "%s is a sheet, and nobody waits for one", source.getFileName())
          .because("a question is answered while the resident waits")
          .fix("ask them for a message that is answered at once, or leave --question out");
    }
    String owner = department == null ? item.substring(0, 2) : department;
    ScaffoldRequest wish =
        new ScaffoldRequest(name, owner, item, title, source.getFileName().toString(), question);
    Map<String, String> files = proved(ConnectorDraft.of(wish, contract));
    files.forEach((path, text) -> save(root.resolve(path), text));
    return List.copyOf(files.keySet());
  }

  private void usable(String name, String item) {
    if (!NAME.matcher(name).matches()) {
      throw Refusal.of("HUB-8021", "'%s' cannot be the name of a connector", name)
          .because("folders are named by lower-case letters and hyphens")
          .fix("take a name such as weather-relief");
    }
    if (!ITEM.matcher(item).matches()) {
      throw Refusal.of("HUB-8021", "'%s' cannot be an item", item)
          .because("items are two letters and four digits")
          .fix("take the item's code from src/hub/src/main/resources/data/items.csv");
    }
    for (String folder : List.of("connectors", "mappings")) {
      if (Files.exists(root.resolve(folder).resolve(name))) {
        throw Refusal.of("HUB-8021", "%s/%s is there already", folder, name)
            .because("a new connector overwrites nothing")
            .fix("take another name, or move the folder away first");
      }
    }
  }

  /** The draft completed with the results of a dry run; everything in it is checked first. */
  private static Map<String, String> proved(ConnectorDraft draft) {
    Path ground = temporary();
    try {
      draft.files().forEach((path, text) -> save(ground.resolve(path), text));
      MappingDryRun trial = MappingDryRun.of(ground, draft.wish().backEnd());
      String sent = trial.sent(ServiceContract.MAPPING, mapping(draft, draft.caseFile())).text();
      draft.files().put(path(draft, draft.expectedFile()), sent);
      draft
          .files()
          .put(
              path(draft, ServiceContract.MAPPING + ".test.yaml"),
              draft.examples(meaning(draft, trial)));
      draft.files().forEach((path, text) -> save(ground.resolve(path), text));
      FolderReport report = FolderReport.of(ground, List.of());
      report.findings().stream().findFirst().ifPresent(f -> tell(draft, f.where(), f.what()));
      return draft.files();
    } catch (HubException e) {
      if (e.problem().code().equals("HUB-8024")) {
        throw e;
      }
      Finding finding = Finding.of("", e);
      throw unproved(draft, finding.what());
    } finally {
      remove(ground);
    }
  }

  private static void tell(ConnectorDraft draft, String where, String what) {
    throw unproved(draft, where + ": " + what);
  }

  private static Refusal unproved(ConnectorDraft draft, String why) {
    return Refusal.of("HUB-8024", "no connector could be made of %s", draft.wish().origin())
        .because("what was drawn from it does not pass its own check: " + why)
        .fix("simplify the part that is named, or give a sample in JSON or CSV instead");
  }

  private static String meaning(ConnectorDraft draft, MappingDryRun trial) {
    if (draft.contract().wire() == ServiceContract.Wire.FILES) {
      return "";
    }
    Answer answer = trial.reply(ServiceContract.MAPPING, mapping(draft, draft.replyFile()), 200);
    return ExampleRun.said(answer).entrySet().stream()
        .map(e -> e.getKey() + ": " + quoted(e.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String quoted(String text) {
    return text.matches("[A-Z_]+") ? text : "'" + text.replace("'", "''") + "'";
  }

  private static String mapping(ConnectorDraft draft, String file) {
    String text = draft.files().get(path(draft, file));
    if (text == null) {
      throw new IllegalStateException(file + " was not drafted");
    }
    return text;
  }

  private static String path(ConnectorDraft draft, String file) {
    return "mappings/" + draft.wish().backEnd() + "/" + file;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("new-connector");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  private static void save(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + folder, e);
    }
  }
}
