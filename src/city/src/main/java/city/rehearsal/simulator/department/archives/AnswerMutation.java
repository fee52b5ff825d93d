package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Changes answers as a fault says. */
final class AnswerMutation {
  private static final int OVERSIZE = 3 * 1024 * 1024;
  private static final List<FaultKind> KINDS =
      List.of(
          FaultKind.GARBLED,
          FaultKind.MISENCODED,
          FaultKind.OVERSIZED,
          FaultKind.DOCTYPE,
          FaultKind.FOREIGN_CORRELATION,
          FaultKind.WRONG_DIGEST,
          FaultKind.BROKEN_ATTACHMENT,
          FaultKind.OBJECT_MESSAGE);

  private AnswerMutation() {}

  static OutgoingMessage message(Answer answer, Faults faults) {
    return faults
        .onAny(KINDS)
        .map(injection -> changed(answer, injection))
        .orElseGet(() -> OutgoingMessage.of(answer));
  }

  private static OutgoingMessage changed(Answer answer, Injection injection) {
    OutgoingMessage right = OutgoingMessage.of(answer);
    String text = answer.text();
    return switch (injection.kind()) {
      case GARBLED -> right.with(utf8(text.substring(0, text.length() - 1)));
      case MISENCODED ->
          right.with(
              text.replaceFirst("<JG>", "<!-- 档案馆 --><JG>").getBytes(Charset.forName("GB18030")));
      case OVERSIZED -> {
        String padded = text.replace("</DAHF>", " ".repeat(OVERSIZE) + "</DAHF>");
        yield injection.odd() ? right.with(utf8(padded)) : right.asText(padded);
      }
      case DOCTYPE ->
          right.with(utf8("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"));
      case FOREIGN_CORRELATION -> right.correlated("310101-20180702-999999/1");
      case WRONG_DIGEST -> right.with(utf8(text.replaceFirst("<ZY>[0-9a-f]{4}", "<ZY>0000")));
      case BROKEN_ATTACHMENT -> right.with(utf8(text.replaceFirst("<NR>....", "<NR>*%*%")));
      default -> right.asObject(object());
    };
  }

  /** A serialised Java object, as a careless Java program sends it. */
  private static byte[] object() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ArrayList<>(List.of("查得")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
