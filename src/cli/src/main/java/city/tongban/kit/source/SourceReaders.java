package city.tongban.kit.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the kinds of file that a connector can be created from, by file name extension. */
public final class SourceReaders {
  private SourceReaders() {}

  /**
   * Reads one service from the file.
   *
   * @param operation which one, where the file describes several; null for the first
   */
  public static ServiceContract read(Path path, @Nullable String operation) {
    SourceFile file = new SourceFile(path);
    return switch (file.ending()) {
      case "json" -> json(file, file.json(), operation);
      case "yaml", "yml" -> OpenApi.read(file, file.yaml(), operation);
      case "xsd" -> Xsd.read(file, operation);
      case "wsdl" -> Wsdl.read(file, operation);
      case "csv" -> CsvSample.read(file);
      default ->
          throw file.tooLittle(
              "its name does not end with json, yaml, yml, xsd, wsdl or csv",
              "give a sample, an OpenAPI, an XSD, a WSDL or a sheet under such a name");
    };
  }

  private static ServiceContract json(SourceFile file, JsonNode tree, @Nullable String operation) {
    return OpenApi.is(tree) ? OpenApi.read(file, tree, operation) : JsonSample.read(file, tree);
  }
}
