package city.rehearsal.simulator.department.medicalinsurance;

import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.protocol.sftp.FileException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/** A line of columns at byte positions, padded with blanks: specification 1.4. */
final class FixedWidth {
  static final Charset GB18030 = Charset.forName("GB18030");
  private final byte[] line;

  FixedWidth(byte[] line) {
    this.line = line;
  }

  /** The text from a position, counted from 0, without trailing blanks. */
  String text(int from, int length) throws FileException {
    int end = from + length;
    while (end > from && line[end - 1] == ' ') {
      end--;
    }
    try {
      return Text.decode(Arrays.copyOfRange(line, from, end), GB18030);
    } catch (CharacterCodingException e) {
      throw new FileException("03", "第" + (from + 1) + "字节起不是GB18030");
    }
  }

  String needed(int from, int length, String column) throws FileException {
    String text = text(from, length);
    if (text.isBlank()) {
      throw new FileException("03", column + "必填");
    }
    return text;
  }

  /** A line of texts, each padded to the width that follows it. */
  static byte[] line(Object... textsAndWidths) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int i = 0; i < textsAndWidths.length; i += 2) {
      byte[] text = textsAndWidths[i].toString().getBytes(GB18030);
      int width = (Integer) textsAndWidths[i + 1];
      if (text.length > width) {
        throw new IllegalStateException("the text is wider than column " + i / 2);
      }
      line.writeBytes(text);
      for (int n = text.length; n < width; n++) {
        line.write(' ');
      }
    }
    return line.toByteArray();
  }
}
