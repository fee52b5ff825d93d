package city.tongban.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.RunningHub;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A request whose end two readers would find in different places: whatever is hidden in it is never
 * answered, and the line is closed.
 */
class SmugglingTest {
  private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  private static final int SILENCE_MILLIS = 10_000;
  private static final String HIDDEN = "GET /api/v1/health HTTP/1.1\r\nHost: hub\r\n\r\n";

  private final RunningHub hub = RunningHub.get();

  static Stream<Arguments> twoEnds() {
    return Stream.of(
        row("two kinds of length", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", chunk()),
        row("the other way round", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", chunk()),
        row("two lengths", "Content-Length: 2\r\nContent-Length: 60\r\n", "{}"),
        row("two lengths in one", "Content-Length: 2, 60\r\n", "{}"),
        row("a length below nothing", "Content-Length: -2\r\n", "{}"),
        row("a length with a sign", "Content-Length: +2\r\n", "{}"),
        row("an unknown coding", "Transfer-Encoding: xchunked\r\n", chunk()),
        row("a coding after chunked", "Transfer-Encoding: chunked, identity\r\n", chunk()),
        row("chunked twice", "Transfer-Encoding: chunked, chunked\r\n", chunk()),
        row("space before the colon", "Transfer-Encoding : chunked\r\nContent-Length: 2\r\n", "{}"),
        row("a NUL in a header", "X: a\0b\r\nContent-Length: 2\r\n", "{}"),
        row(
            "a carriage return in a header",
            "X: a\rTransfer-Encoding: chunked\r\nContent-Length: 2\r\n",
            "{}"),
        row("a size that is none", "Transfer-Encoding: chunked\r\n", "0x2\r\n{}\r\n0\r\n\r\n"),
        row(
            "a size that runs over",
            "Transfer-Encoding: chunked\r\n",
            "100000002\r\n{}\r\n0\r\n\r\n"),
        row(
            "a chunk longer than its size",
            "Transfer-Encoding: chunked\r\n",
            "1\r\n{}\r\n0\r\n\r\n"),
        row(
            "an extension that ends too early",
            "Transfer-Encoding: chunked\r\n",
            "2;a\n{}\r\n0\r\n\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("twoEnds")
  void whatIsHiddenBehindARequestIsNeverAnswered(String headers, String body) throws Exception {
    String answers = send(request(headers) + body + HIDDEN);

    assertThat(ANSWER.matcher(answers).results().map(answer -> answer.group(1)))
        .as(answers)
        .hasSize(1)
        .allMatch(status -> status.startsWith("4") || status.startsWith("5"));
    assertThat(answers)
        .doesNotContain("\"UP\"")
        .doesNotContain("Exception", "Tomcat", "java.", "org.");
  }

  /** So that the test above cannot pass because nothing is ever answered twice on one line. */
  @Test
  void whatStandsBehindARequestThatEndsIsAnswered() throws Exception {
    String answers = send(request("Content-Length: 2\r\n") + "{}" + HIDDEN);

    assertThat(ANSWER.matcher(answers).results().map(answer -> answer.group(1)))
        .containsExactly("403", "200");
  }

  /** Everything that is answered until the hub closes the line or has no more to say. */
  private String send(String raw) throws IOException {
    URI at = hub.address();
    try (Socket line = new Socket(at.getHost(), at.getPort())) {
      line.setSoTimeout(SILENCE_MILLIS);
      line.getOutputStream().write(raw.getBytes(ISO_8859_1));
      line.getOutputStream().flush();
      line.shutdownOutput();
      InputStream in = line.getInputStream();
      return new String(in.readAllBytes(), ISO_8859_1);
    }
  }

  private String request(String headers) {
    return "POST /api/v1/cases HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n"
        + "Authorization: Bearer "
        + hub.token("operator") // is turned away with 403, and the line stays open
        + "\r\n"
        + headers
        + "\r\n";
  }

  private static String chunk() {
    return "2\r\n{}\r\n0\r\n\r\n";
  }

  private static Arguments row(String name, String headers, String body) {
    return Arguments.of(Named.of(name, headers), body);
  }
}
