package city.tongban.mapping;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A file of lines with a trailer: how many there are, and the SM3 digest of all bytes above it.
 * Lines end with CR LF, bytes that are no part of a GB18030 character.
 */
final class FixedFile {
  private static final byte[] END = {'\r', '\n'};
  private static final String TRAILER = "trailer";

  private FixedFile() {}

  static byte[] compose(FixedCodec codec, String name, List<byte[]> lines) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.writeBytes(line);
      file.writeBytes(END);
    }
    byte[] trailer =
        codec.write(
            TRAILER,
            Map.of(
                "file", name,
                "count", String.valueOf(lines.size()),
                "digest", Sm3.hex(file.toByteArray())));
    file.writeBytes(trailer);
    file.writeBytes(END);
    return file.toByteArray();
  }

  /** Takes a file apart; half a file, or one that was changed on the way, is refused whole. */
  static ResultFile open(FixedCodec codec, byte[] file) {
    List<byte[]> lines = lines(file);
    if (lines.isEmpty()) {
      throw refused("it is empty or its last line does not end");
    }
    byte[] trailer = lines.remove(lines.size() - 1);
    Element said = trailer(codec, trailer);
    byte[] above = Arrays.copyOf(file, file.length - trailer.length - END.length);
    if (!text(said, "count").equals(String.valueOf(lines.size()))) {
      throw refused("its trailer counts other lines than the %d there are".formatted(lines.size()));
    }
    if (!text(said, "digest").equalsIgnoreCase(Sm3.hex(above))) {
      throw refused("the SM3 digest in its trailer is not that of its lines");
    }
    return new ResultFile(lines, trailer);
  }

  private static Element trailer(FixedCodec codec, byte[] line) {
    try {
      Element said = SafeXml.parse(codec.read(line)).getDocumentElement();
      if (said.getTagName().equals(TRAILER)) {
        return said;
      }
    } catch (HubException e) {
      throw refused("its last line cannot be read: " + e.problem().what());
    }
    throw refused("its last line is no trailer");
  }

  private static List<byte[]> lines(byte[] file) {
    List<byte[]> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i + 1 < file.length; i++) {
      if (file[i] == END[0] && file[i + 1] == END[1]) {
        lines.add(Arrays.copyOfRange(file, begin, i));
        begin = i + END.length;
      }
    }
    return begin == file.length ? lines : new ArrayList<>();
  }

  private static String text(Element trailer, String column) {
    NodeList found = trailer.getElementsByTagName(column);
    return found.getLength() == 0 ? "0" : found.item(0).getTextContent();
  }

  private static Refusal refused(String why) {
    return Refusal.of("HUB-5010", "the result file is not whole")
        .because(why)
        .fix("it stays where it is and is read again; ask the back-end to write it anew");
  }
}
