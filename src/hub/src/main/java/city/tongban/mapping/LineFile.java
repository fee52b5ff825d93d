package city.tongban.mapping;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A file of lines with a trailer that has the number of lines and, if it has a column for it, the
 * SM3 digest of all bytes above. With a record {@code header} in {@code wire.beanio.xml}, that line
 * comes first. Lines end with CR LF, bytes that never occur inside a GB18030 character.
 */
final class LineFile {
  private static final byte[] END = {'\r', '\n'};
  private static final String HEADER = "header";
  private static final String TRAILER = "trailer";
  private static final String DIGEST = "digest";

  private LineFile() {}

  static byte[] compose(LineCodec codec, String name, List<byte[]> lines) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (codec.layout().has(BeanIoLines.REQUEST, HEADER)) {
      add(file, codec.write(HEADER, Map.of()));
    }
    lines.forEach(line -> add(file, line));
    Map<String, String> trailer = new LinkedHashMap<>();
    trailer.put("file", name);
    trailer.put("count", String.valueOf(lines.size()));
    trailer.put(DIGEST, Sm3.hex(file.toByteArray()));
    trailer.keySet().retainAll(codec.layout().names(BeanIoLines.REQUEST, TRAILER));
    add(file, codec.write(TRAILER, trailer));
    return file.toByteArray();
  }

  /** Splits a file into lines; refuses a truncated or altered file as a whole. */
  static ResultFile open(LineCodec codec, byte[] given) {
    String contentType = codec.contentType(given);
    byte[] file = contentType == null ? given : ByteOrderMark.off(given);
    List<byte[]> lines = lines(file, codec.quotes());
    if (codec.layout().has(BeanIoLines.RESULT, HEADER) && !lines.isEmpty()) {
      record(codec, HEADER, lines.remove(0), contentType);
    }
    if (lines.isEmpty()) {
      throw refused("it is empty or its last line does not end");
    }
    byte[] trailer = lines.remove(lines.size() - 1);
    Element said = record(codec, TRAILER, trailer, contentType);
    byte[] above = Arrays.copyOf(file, file.length - trailer.length - END.length);
    if (!text(said, "count").equals(String.valueOf(lines.size()))) {
      throw refused("its trailer has another count than its %d lines".formatted(lines.size()));
    }
    if (codec.layout().names(BeanIoLines.RESULT, TRAILER).contains(DIGEST)
        && !text(said, DIGEST).equalsIgnoreCase(Sm3.hex(above))) {
      throw refused("the SM3 digest in its trailer is not that of its lines");
    }
    return new ResultFile(lines, trailer, contentType);
  }

  private static Element record(
      LineCodec codec, String record, byte[] line, @Nullable String contentType) {
    try {
      Element said = SafeXml.parse(codec.read(line, contentType)).getDocumentElement();
      if (said.getTagName().equals(record)) {
        return said;
      }
    } catch (HubException e) {
      throw refused("its %s cannot be read: %s".formatted(record, e.problem().what()));
    }
    throw refused("the %s is not where it must be".formatted(record));
  }

  private static List<byte[]> lines(byte[] file, boolean quotes) {
    List<byte[]> lines = new ArrayList<>();
    int begin = 0;
    boolean quoted = false;
    for (int i = 0; i + 1 < file.length; i++) {
      quoted ^= quotes && file[i] == '"';
      if (!quoted && file[i] == END[0] && file[i + 1] == END[1]) {
        lines.add(Arrays.copyOfRange(file, begin, i));
        begin = i + END.length;
      }
    }
    return begin == file.length ? lines : new ArrayList<>();
  }

  private static void add(ByteArrayOutputStream file, byte[] line) {
    file.writeBytes(line);
    file.writeBytes(END);
  }

  private static String text(Element trailer, String column) {
    NodeList found = trailer.getElementsByTagName(column);
    return found.getLength() == 0 ? "0" : found.item(0).getTextContent();
  }

  private static Refusal refused(String why) {
    return Refusal.of("HUB-5010", "the result file is not whole")
        .because(why)
        .fix("the file stays there and is read again; ask the department to write it anew");
  }
}
