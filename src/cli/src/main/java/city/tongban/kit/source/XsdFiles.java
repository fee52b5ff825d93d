package city.tongban.kit.source;

import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The schemas of a contract as they will be stored in {@code schema/}, with the files that they
 * include.
 */
final class XsdFiles {
  private static final String PLACE = "contract:/";
  private final SourceFile source;
  private final Map<String, String> files = new TreeMap<>();

  XsdFiles(SourceFile source) {
    this.source = source;
  }

  Map<String, String> all() {
    return files;
  }

  void add(String name, String text) {
    files.put(name, text);
  }

  /**
   * Reads a schema as the hub would, so that errors are reported with their line; the files that it
   * includes are then in this set.
   */
  void check(String name) {
    byte[] bytes = text(name).getBytes(StandardCharsets.UTF_8);
    try {
      SafeXml.schema(
          PLACE + name, bytes, place -> beside(place).map(t -> t.getBytes(StandardCharsets.UTF_8)));
      SafeXml.parse(text(name).replaceFirst("^\\s*<\\?xml[^>]*\\?>", "")); // refuses a DOCTYPE
    } catch (Refusal e) {
      throw source.broken(0, "%s: %s".formatted(e.problem().what(), e.problem().why()));
    } catch (SAXParseException e) {
      throw source.broken(e.getLineNumber(), String.valueOf(e.getMessage()));
    } catch (SAXException | IllegalArgumentException e) {
      throw source.broken(0, String.valueOf(e.getMessage()));
    }
  }

  String text(String name) {
    String text = files.get(name);
    if (text == null) {
      throw new IllegalStateException(name + " was not read");
    }
    return text;
  }

  /** A schema by its full path, from the set or from the folder of the source. */
  Optional<String> beside(String place) {
    String name = place.replaceFirst("^" + PLACE, "");
    if (!name.matches("[A-Za-z0-9._-]+")) {
      return Optional.empty();
    }
    if (!files.containsKey(name)) {
      Path file = source.path().resolveSibling(name);
      try {
        if (Files.isRegularFile(file)) {
          files.put(name, Files.readString(file));
        }
      } catch (IOException e) {
        throw source.broken(0, name + ", which it includes, cannot be read as UTF-8");
      }
    }
    return Optional.ofNullable(files.get(name));
  }

  static String place(String name) {
    return PLACE + name;
  }

  /** An entry schema for one namespace of the contract. */
  static String gate(String namespace, String file) {
    String target = namespace.isEmpty() ? "" : " targetNamespace=\"" + namespace + "\"";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Their contract as it is; what we are stricter about goes here. -->
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"%s>
          <xs:include schemaLocation="%s"/>
        </xs:schema>
        """
        .formatted(target, file);
  }
}
