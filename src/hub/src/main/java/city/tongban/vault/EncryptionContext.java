package city.tongban.vault;

import java.nio.charset.StandardCharsets;

/**
 * Where sealed bytes lie. They open there and nowhere else: a value moved to another row, column or
 * table is as good as forged.
 *
 * @param row the row's key, as text
 */
public record EncryptionContext(String table, String column, String row) {

  byte[] bytes() {
    return (table + '\0' + column + '\0' + row).getBytes(StandardCharsets.UTF_8);
  }
}
