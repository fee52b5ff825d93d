package city.tongban.transport.mllp;

import city.tongban.canonical.Refusal;
import city.tongban.connector.Er7;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first segment of a message, MSH, which names the sender and the charset. It is read from the
 * bytes before anything else, and therefore is ASCII.
 *
 * @param fields MSH-1 is the first
 */
record MessageHeader(List<String> fields) {
  static final String ER7 = "x-application/hl7-v2+er7";
  private static final String BEGINNING = "MSH|" + Er7.SIGNS + "|";

  /** The names of HL7's table 0211, and names that are used instead of them. */
  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "UNICODE UTF-8",
          StandardCharsets.UTF_8,
          "UTF-8",
          StandardCharsets.UTF_8,
          "GB 18030-2000",
          Charset.forName("GB18030"),
          "GB18030",
          Charset.forName("GB18030"));

  static MessageHeader of(byte[] message) {
    // up to here, a carriage return or delimiter is never part of a character in either charset
    String segment = segment(message, 0);
    if (!segment.startsWith(BEGINNING)) {
      throw Er7.wrong("it does not begin with " + BEGINNING);
    }
    if (segment.chars().anyMatch(c -> c >= 0x80 || Character.isISOControl(c))) {
      throw Er7.wrong("MSH is not ASCII, so the charset that it names cannot be believed");
    }
    return new MessageHeader(List.of(segment.substring("MSH".length()).split("\\|", -1)));
  }

  /** The id of the message that an acknowledgement confirms (MSA-2); none where it has none. */
  static Optional<String> acknowledged(byte[] message) {
    for (int at = 0; at < message.length; at += segment(message, at).length() + 1) {
      String segment = segment(message, at);
      if (segment.startsWith("MSA|")) {
        String[] fields = segment.split("\\|", 4); // free text comes after those only
        return fields.length > 2 ? Optional.of(fields[2]) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String segment(byte[] message, int from) {
    int end = from;
    while (end < message.length && message[end] != MllpFrames.RETURN) {
      end++;
    }
    return new String(message, from, end - from, StandardCharsets.ISO_8859_1);
  }

  /** MSH-3 and MSH-4. */
  String station() {
    return field(3) + "|" + field(4);
  }

  /** MSH-10. */
  String controlId() {
    return field(10);
  }

  /** MSH-{@code number}; empty where the segment ends before it. */
  String field(int number) {
    return number <= fields.size() ? fields.get(number - 1) : "";
  }

  /**
   * The content type for the rest of the hub, with the charset that MSH-18 names.
   *
   * @param usual the charset where it names none
   */
  String contentType(Charset usual) {
    Charset charset = field(18).isEmpty() ? usual : CHARSETS.get(field(18));
    if (charset == null) {
      throw Refusal.of("HUB-9007", "the answer cannot be decoded")
          .because("MSH-18 names a charset that nobody has agreed on")
          .fix("ask the back-end to send UNICODE UTF-8 or GB 18030-2000");
    }
    return ER7 + "; charset=" + charset.name();
  }
}
