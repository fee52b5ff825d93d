package city.tongban.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.tongban.transport.CheckFailedException;
import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckKind;
import city.tongban.transport.CheckResult;
import city.tongban.transport.DefaultPorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The time of a department's clock, from the header {@code Date} of an answer. */
final class PeerClock {
  /**
   * The tolerated difference; most departments accept signed times that are up to five minutes off.
   */
  private static final Duration TOLERATED = Duration.ofMinutes(2);

  private static final int HEAD_BYTES = 8_192;
  private static final String DATE = "date:";

  private PeerClock() {}

  static CheckResult read(Socket line, URI address, Clock wall)
      throws IOException, CheckFailedException {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String asked =
        "HEAD %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: close\r\n\r\n"
            .formatted(path, address.getHost(), DefaultPorts.port(address));
    line.getOutputStream().write(asked.getBytes(US_ASCII));
    line.getOutputStream().flush();
    Optional<Instant> theirs = date(head(line.getInputStream()));
    if (theirs.isEmpty()) {
      return CheckResult.nothing("no-time");
    }
    Duration ahead = Duration.between(wall.instant(), theirs.get());
    CheckResult apart = CheckResult.of("apart", ahead.toSeconds());
    if (ahead.abs().compareTo(TOLERATED) > 0) {
      throw new CheckFailedException(CheckKind.CLOCK, CheckFailureCause.CLOCK_APART, apart);
    }
    return apart;
  }

  private static String head(InputStream answer) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < HEAD_BYTES && head.indexOf("\r\n\r\n") < 0) {
      int next = answer.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static Optional<Instant> date(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, DATE, 0, DATE.length()))
        .findFirst()
        .flatMap(line -> time(line.substring(DATE.length()).strip()));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
