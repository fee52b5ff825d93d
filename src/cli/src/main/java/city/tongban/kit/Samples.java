package city.tongban.kit;

import city.tongban.connector.Connector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of a connector and the files that they name, read from its bundle. */
record Samples(Connector connector) {
  private static final String FOLDER = "mappings/";
  private static final String END = ".test.yaml";
  private static final Pattern NUMBER = Pattern.compile("<number>([^<]+)</number>");
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Names of mappings that have examples. */
  List<String> mappings() {
    return connector.bundle().under(FOLDER).stream()
        .filter(path -> path.endsWith(END))
        .map(path -> path.substring(FOLDER.length(), path.length() - END.length()))
        .toList();
  }

  /**
   * The examples of one mapping.
   *
   * @throws IllegalArgumentException with line and reason when the file is not a list of examples
   */
  List<Example> of(String mapping) {
    try {
      return List.of(YAML.readValue(text(mapping + END), Example[].class));
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(message.lines().findFirst().orElse(message), e);
    }
  }

  /** A file beside the mappings; always UTF-8, whatever charset the department uses. */
  String text(String file) {
    byte[] content =
        connector
            .bundle()
            .file(FOLDER + file)
            .orElseThrow(() -> new IllegalArgumentException(file + " is not there"));
    String text = new String(content, StandardCharsets.UTF_8);
    return ofLines(file) ? text.replace('\n', '\r') : text;
  }

  /** A text in the form in which it is stored in such a file. */
  static String written(String file, String text) {
    return ofLines(file) ? text.replace('\r', '\n') : text;
  }

  /**
   * Whether the file is HL7: its segments end with a carriage return, but in a file each is a line.
   */
  private static boolean ofLines(String file) {
    return file.endsWith(".hl7");
  }

  /** The id of the first delivery of the case in this text. */
  static String delivery(String caseXml) {
    Matcher number = NUMBER.matcher(caseXml);
    if (!number.find()) {
      throw new IllegalArgumentException("the case has no number");
    }
    return number.group(1) + "/1";
  }
}
