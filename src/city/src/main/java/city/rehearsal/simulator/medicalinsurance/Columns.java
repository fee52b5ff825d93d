package city.rehearsal.simulator.medicalinsurance;

import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.protocol.sftp.FileError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/** A line by byte positions, specification 1.4; blanks fill a column up to its end. */
final class Columns {
  static final Charset GB18030 = Charset.forName("GB18030");
  private final byte[] line;

  Columns(byte[] line) {
    this.line = line;
  }

  /** The text from a position, counted from 0, without the blanks after it. */
  String text(int from, int length) throws FileError {
    int end = from + length;
    while (end > from && line[end - 1] == ' ') {
      end--;
    }
    try {
      return Text.decode(Arrays.copyOfRange(line, from, end), GB18030);
    } catch (CharacterCodingException e) {
      throw new FileError("03", "第" + (from + 1) + "字节起不是GB18030");
    }
  }

  String needed(int from, int length, String column) throws FileError {
    String text = text(from, length);
    if (text.isBlank()) {
      throw new FileError("03", column + "必填");
    }
    return text;
  }

  /** Texts one after the other, each filled up to its width. */
  static byte[] line(Object... textsAndWidths) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int i = 0; i < textsAndWidths.length; i += 2) {
      byte[] text = textsAndWidths[i].toString().getBytes(GB18030);
      int width = (Integer) textsAndWidths[i + 1];
      if (text.length > width) {
        throw new IllegalStateException("no room in our own column " + i / 2);
      }
      line.writeBytes(text);
      for (int n = text.length; n < width; n++) {
        line.write(' ');
      }
    }
    return line.toByteArray();
  }
}
