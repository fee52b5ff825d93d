package city.tongban.mapping;

import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fixed-width lines whose columns are counted in bytes. */
final class FixedCodec implements LineCodec {
  private final Connector connector;
  private final BeanIoLines lines;

  FixedCodec(Connector connector) {
    this.connector = connector;
    this.lines =
        new BeanIoLines(
            connector,
            "fixedlength",
            xml ->
                LineFormat.withText(
                    xml, ByteColumnTextHandler.class.getName(), connector.charset()));
  }

  @Override
  public LineFormat layout() {
    return lines.layout();
  }

  /** Refuses a value that is too long, which BeanIO would cut. */
  @Override
  public byte[] write(String record, Map<String, String> columns) {
    columns.forEach(
        (column, value) -> {
          int width = layout().width(BeanIoLines.REQUEST, record, column);
          String at = "/" + record + "/" + column;
          int bytes = StrictText.encode(value, connector.charset(), at).length;
          if (bytes > width) {
            throw Refusal.of("HUB-9006", "the value is too long for the field %s", column)
                .because("it takes %d bytes, and the column has %d".formatted(bytes, width))
                .fix(
                    "agree with the department or the resident on a shorter form; the hub never"
                        + " cuts")
                .at(at);
          }
        });
    return lines.write(record, columns).getBytes(ByteColumnTextHandler.BYTES);
  }

  @Override
  public String read(byte[] line, @Nullable String contentType) {
    BeanIoLines.Line read = lines.read(new String(line, ByteColumnTextHandler.BYTES));
    int agreed = layout().length(BeanIoLines.RESULT, read.record());
    if (line.length != agreed) {
      throw Refusal.of("HUB-9010", "the line '%s' has another length than agreed", read.record())
          .because("%d bytes, not %d".formatted(line.length, agreed))
          .fix("ask the department what it sent");
    }
    return lines.xml(read, text -> text);
  }
}
