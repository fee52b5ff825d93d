package city.tongban.kit;

import city.tongban.canonical.Answer;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a case and the department's messages about it into a connector's folder as an example.
 * What the stylesheets produce now becomes the expected output.
 */
public final class ExampleWriter {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MappingDryRun trial;
  private final Path folder;
  private final String name;
  private final String end;
  private final List<Path> written = new ArrayList<>();
  private int answers;

  /**
   * Begins an example.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   * @param name of the samples, such as {@code rent-in-words}
   * @throws IllegalArgumentException when the name is not usable as a file name
   */
  public ExampleWriter(Path root, String backEnd, String name) {
    usable(name);
    this.trial = MappingDryRun.of(root, backEnd);
    this.folder = root.resolve("mappings").resolve(backEnd);
    this.name = name;
    this.end = trial.fileEnd();
  }

  /** Checks a name before it becomes a file name; it comes from a person or from the hub. */
  private static void usable(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a name is lower case letters, digits and hyphens");
    }
  }

  /** The files written so far, to be committed with the connector. */
  public List<Path> written() {
    return List.copyOf(written);
  }

  /**
   * Adds a case and the message that it is mapped to.
   *
   * @param parameters what delivery passed to the stylesheet
   * @param lookAt places that a person must check, noted beside the example
   */
  public void request(
      String mapping, String caseXml, Map<String, String> parameters, List<String> lookAt) {
    usable(mapping);
    String sample = sample(".case.xml", caseXml);
    List<String> lines = new ArrayList<>();
    lookAt.forEach(place -> lines.add("# look at this: " + place.replaceAll("\\R", " ")));
    lines.add("- name: " + quoted("recorded, " + name));
    lines.add("  request: " + sample);
    String given =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining(", ", "{ ", " }"));
    lines.add("  parameters: " + given);
    lines.add(
        outcome(
            () -> {
              String text = trial.text(trial.request(mapping, caseXml, parameters));
              return text.isEmpty() ? "nothing" : sample(".sent" + end, text);
            }));
    append(mapping, lines);
  }

  /**
   * Adds a message of the department.
   *
   * @param what {@code reply}, {@code ask} or {@code result}
   * @param status of a reply
   */
  public void heard(String what, String mapping, String document, @Nullable Integer status) {
    usable(mapping);
    answers++;
    String nth = answers == 1 ? "" : "-" + answers;
    String sample = sample(nth + "." + what + end, document);
    List<String> lines = new ArrayList<>();
    lines.add("- name: " + quoted("recorded, " + name + ", what they said"));
    lines.add("  " + what + ": " + sample);
    if (status != null) {
      lines.add("  status: " + status);
    }
    lines.add(
        outcome(
            () ->
                said(
                    status == null
                        ? trial.result(mapping, document)
                        : trial.reply(mapping, document, status))));
    append(mapping, lines);
  }

  private static String outcome(Supplier<String> made) {
    try {
      return "  expect: " + made.get();
    } catch (HubException e) {
      Problem problem = e.problem();
      String at = problem.at() == null ? "" : ", at: " + quoted(problem.at());
      return "  refuse: { code: " + problem.code() + at + " }";
    }
  }

  private static String said(Answer answer) {
    return ExampleRun.said(answer).entrySet().stream()
        .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private String sample(String ending, String text) {
    String file = "samples/" + name + ending;
    write(folder.resolve(file), Samples.written(file, text), StandardOpenOption.CREATE_NEW);
    return file;
  }

  private void append(String mapping, List<String> lines) {
    Path file = folder.resolve(mapping + ".test.yaml");
    String before = Files.exists(file) ? read(file) : "# Examples of " + mapping + ".\n";
    String joined = before.endsWith("\n") || before.isEmpty() ? before : before + "\n";
    write(file, joined + String.join("\n", lines) + "\n", StandardOpenOption.CREATE);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file, e);
    }
  }

  private void write(Path file, String text, StandardOpenOption how) {
    try {
      Files.createDirectories(folder.resolve("samples"));
      Files.writeString(
          file,
          text,
          StandardCharsets.UTF_8,
          how,
          StandardOpenOption.WRITE,
          how == StandardOpenOption.CREATE_NEW
              ? StandardOpenOption.WRITE
              : StandardOpenOption.TRUNCATE_EXISTING);
      written.add(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot write " + file + "; is there an example of this name?", e);
    }
  }

  /** The text as a JSON string, which is valid YAML too. */
  private static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every text can be quoted", e);
    }
  }
}
