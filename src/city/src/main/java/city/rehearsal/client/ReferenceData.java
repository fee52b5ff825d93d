package city.rehearsal.client;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The city's reference data, read from this module's own copy. The hub's reader is not used,
 * because the drill verifies it.
 */
public final class ReferenceData {
  private ReferenceData() {}

  public static List<Map<String, String>> items() {
    return rows("items.csv");
  }

  public static List<Map<String, String>> centres() {
    return rows("centres.csv");
  }

  private static List<Map<String, String>> rows(String file) {
    try (InputStream bytes =
        ReferenceData.class.getResourceAsStream("/city/rehearsal/reference/" + file)) {
      if (bytes == null) {
        throw new FileNotFoundException(file + " is not on the class path");
      }
      return new CsvMapper()
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader())
          .<Map<String, String>>readValues(new InputStreamReader(bytes, StandardCharsets.UTF_8))
          .readAll();
    } catch (IOException e) {
      throw new UncheckedIOException("reference data cannot be read", e);
    }
  }
}
