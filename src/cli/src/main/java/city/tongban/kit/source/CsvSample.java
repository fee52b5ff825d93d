package city.tongban.kit.source;

import city.tongban.kit.source.MessageField.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a CSV sample: the header names the columns, the first line has a value for each. */
final class CsvSample {
  private static final Charset GBK = Charset.forName("GBK");

  private CsvSample() {}

  static ServiceContract read(SourceFile file) {
    Charset charset = charset(file);
    List<List<String>> rows = rows(file, file.text(charset));
    if (rows.isEmpty() || rows.get(0).size() < 2) {
      throw file.tooLittle(
          "its first line is no header of two columns or more, with commas between",
          "give a sheet with commas; its first line names the columns");
    }
    List<String> header = rows.get(0);
    List<MessageField> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String shown = rows.size() > 1 ? rows.get(1).get(i) : "";
      MessageField column =
          MessageField.leaf(header.get(i), Kind.TEXT, true, TextConstraints.like(shown));
      if (!taken.add(column.element()) || column.element().equals("c")) {
        throw file.broken(1, "column %d has no name of its own".formatted(i + 1));
      }
      columns.add(column);
    }
    if (columns.stream()
        .noneMatch(c -> CanonicalFieldGuess.of(c.name()) == CanonicalFieldGuess.DELIVERY)) {
      columns.add(MessageField.leaf("报文号", Kind.TEXT, true, TextConstraints.NONE));
    }
    return contract(charset, columns);
  }

  private static ServiceContract contract(Charset charset, List<MessageField> columns) {
    MessageField line = MessageField.group(ServiceContract.MAPPING, true, columns);
    return new ServiceContract(
        ServiceContract.Wire.FILES,
        "line",
        "",
        charset.name(),
        line,
        MessageField.group("line", true, List.of()),
        false,
        Map.of(ServiceContract.MAPPING + ".request.xsd", xsd(columns), "result.xsd", RESULT));
  }

  private static String xsd(List<MessageField> columns) {
    StringBuilder all = new StringBuilder();
    for (MessageField column : columns) {
      boolean perhaps = CanonicalFieldGuess.of(column.name()) == CanonicalFieldGuess.PHONE;
      all.append(
          "        <xs:element name=\"%s\" type=\"Text\"%s/>\n"
              .formatted(column.element(), perhaps ? " minOccurs=\"0\"" : ""));
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- A line of ours. What a column takes is not in their sheet: be stricter where you know. -->
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="application">
        <xs:complexType>
          <xs:sequence>
    %s      </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:simpleType name="Text">
        <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="200"/></xs:restriction>
      </xs:simpleType>
    </xs:schema>
    """
        .formatted(all);
  }

  private static final String RESULT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Assumed: a line of a result sheet, or its last one; columns that are empty are not there. -->
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="line">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="kind" fixed="结果" type="xs:string"/>
              <xs:element name="deliveryId" type="Text"/>
              <xs:element name="serial" type="Text" minOccurs="0"/>
              <xs:element name="verdict" type="Text"/>
              <xs:element name="reason" type="Text" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:element name="trailer">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="kind" fixed="合计" type="xs:string"/>
              <xs:element name="file" type="Text"/>
              <xs:element name="count" type="xs:nonNegativeInteger"/>
              <xs:element name="code" type="Text"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:simpleType name="Text">
          <xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="200"/></xs:restriction>
        </xs:simpleType>
      </xs:schema>
      """;

  private static Charset charset(SourceFile file) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes()));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return GBK;
    }
  }

  /** Rows of cells; quoting as spreadsheet programs write it. */
  private static List<List<String>> rows(SourceFile file, String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          add(file, rows, row, line - 1);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (quoted) {
      throw file.broken(line, "its quotes do not end");
    }
    row.add(cell.toString().strip());
    add(file, rows, row, line);
    return rows;
  }

  private static void add(SourceFile file, List<List<String>> rows, List<String> row, int line) {
    if (row.size() == 1 && row.get(0).isEmpty()) {
      return; // an empty line
    }
    if (!rows.isEmpty() && row.size() != rows.get(0).size()) {
      throw file.broken(
          line, "it has %d cells, and the header %d".formatted(row.size(), rows.get(0).size()));
    }
    rows.add(row);
  }
}
