package city.tongban.kit.source;

import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.w3c.dom.Document;

/** The source file of a new connector; errors in it are reported with file and line. */
public record SourceFile(Path path) {
  private static final long BYTES_MAX = 4 * 1024 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  public String name() {
    return path.getFileName().toString();
  }

  /** The file name extension, {@code json}. */
  public String ending() {
    return name().substring(name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  byte[] bytes() {
    try {
      if (Files.size(path) > BYTES_MAX) {
        throw broken(0, "it is larger than 4 MB");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw broken(0, Files.exists(path) ? "it cannot be read" : "there is no such file");
    }
  }

  String text() {
    return text(StandardCharsets.UTF_8);
  }

  String text(Charset charset) {
    byte[] bytes = bytes();
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw broken(0, "not every byte of it is " + charset);
    }
  }

  JsonNode json() {
    return tree(JSON, "JSON");
  }

  JsonNode yaml() {
    return tree(YAML, "YAML");
  }

  private JsonNode tree(ObjectMapper mapper, String language) {
    try {
      JsonNode tree = mapper.readTree(text());
      if (tree == null || !tree.isContainerNode()) {
        throw broken(1, "it holds no " + language + " object");
      }
      return tree;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw broken(
          line,
          "it is not %s: %s"
              .formatted(language, e.getOriginalMessage().lines().findFirst().orElse("")));
    }
  }

  Document xml() {
    try {
      return SafeXml.parse(text().replaceFirst("^\\s*<\\?xml[^>]*\\?>", ""));
    } catch (Refusal e) {
      throw Refusal.of("HUB-8020", "%s cannot be used", path)
          .because("%s: %s".formatted(e.problem().what(), e.problem().why()))
          .fix("mend the file, or take another")
          .causedBy(e);
    }
  }

  /**
   * A refusal for a file that cannot be used as a source.
   *
   * @param line 0 where there is none to name
   */
  public Refusal broken(int line, String why) {
    return Refusal.of("HUB-8020", "%s%s cannot be used", path, line > 0 ? " line " + line : "")
        .because(why)
        .fix("mend the file, or take another");
  }

  /** A refusal for a valid file that does not contain enough information. */
  public Refusal tooLittle(String why, String fix) {
    return Refusal.of("HUB-8022", "%s does not say enough", path).because(why).fix(fix);
  }
}
