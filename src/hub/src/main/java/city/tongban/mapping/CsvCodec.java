package city.tongban.mapping;

import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CSV as spreadsheets write it (RFC 4180); a field is quoted where necessary.
 *
 * <p>A spreadsheet must not execute a formula that a resident typed: a text that begins like a
 * formula gets a leading apostrophe, the spreadsheets' mark for text, in both directions. A text
 * that begins with an apostrophe gets a second one, so that nothing is lost.
 */
final class CsvCodec implements LineCodec {
  /** The last four are the full-width forms of the first four. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final char TEXT = '\'';

  private final CharsetCodec alphabet;
  private final BeanIoLines lines;

  CsvCodec(Connector connector, CharsetCodec alphabet) {
    this.alphabet = alphabet;
    this.lines = new BeanIoLines(connector, "csv", xml -> xml);
  }

  @Override
  public LineFormat layout() {
    return lines.layout();
  }

  @Override
  public boolean quotes() {
    return true;
  }

  /** A byte order mark means UTF-8; without it the agreed charset applies. */
  @Override
  public @Nullable String contentType(byte[] file) {
    return ByteOrderMark.before(file) ? "text/csv; charset=UTF-8" : null;
  }

  @Override
  public byte[] write(String record, Map<String, String> columns) {
    Map<String, String> marked = new LinkedHashMap<>();
    columns.forEach(
        (column, value) -> {
          layout().known(BeanIoLines.REQUEST, record, column);
          String at = "/" + record + "/" + column;
          alphabet.encode(
              value,
              at); // reported here a character has a path; reported for the line it would have none
          onOneLine(value, at);
          marked.put(column, begins(value, FORMULA + TEXT) ? TEXT + value : value);
        });
    return alphabet.encode(lines.write(record, marked), "/" + record);
  }

  @Override
  public String read(byte[] line, @Nullable String contentType) {
    return lines.xml(lines.read(alphabet.decode(line, contentType)), CsvCodec::unmarked);
  }

  private static void onOneLine(String value, String at) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.of("HUB-9004", "the value does not fit in one line")
          .because("it contains a line break, a tab or another control character")
          .fix("correct the value at the centre and send the case anew")
          .at(at);
    }
  }

  private static String unmarked(String text) {
    if (begins(text, FORMULA)) {
      throw Refusal.of("HUB-9015", "a field of the line begins like a formula")
          .because("a text that begins with =, +, - or @ must have an apostrophe before it")
          .fix("ask the department what it means; a spreadsheet would execute it");
    }
    return begins(text, String.valueOf(TEXT)) ? text.substring(1) : text;
  }

  private static boolean begins(String text, String one) {
    return !text.isEmpty() && one.indexOf(text.charAt(0)) >= 0;
  }
}
