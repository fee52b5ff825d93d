package city.tongban.connector;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * When a back-end that takes files receives one, in Shanghai business time.
 *
 * @param at times of the day at which a batch closes
 * @param lines number of deliveries that closes a batch before its time
 * @param results time of the next day from which the result file is expected
 * @param file the file name, with {@code {day}} of its closing and {@code {number}} of the batch
 */
public record BatchSchedule(List<LocalTime> at, int lines, LocalTime results, String file) {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  public BatchSchedule {
    at = RequiredKey.value(at, "batch.at").stream().sorted().toList();
    RequiredKey.value(results, "batch.results");
    RequiredKey.value(file, "batch.file");
    if (at.isEmpty() || lines < 1) {
      throw new IllegalArgumentException("a batch needs a time in 'at' and at least one line");
    }
    if (!file.contains("{number}") || file.contains("/")) {
      throw new IllegalArgumentException(
          "batch.file is no name with {number}, which tells files apart");
    }
  }

  /** The first closing time after {@code business}. */
  public Instant nextClosing(Instant business) {
    ZonedDateTime now = business.atZone(SHANGHAI);
    return at.stream()
        .map(time -> now.with(time))
        .filter(closing -> closing.isAfter(now))
        .findFirst()
        .orElseGet(() -> now.plusDays(1).with(at.get(0)))
        .toInstant();
  }

  /** When the results of a batch are expected that closed at {@code business}. */
  public Instant resultsOf(Instant business) {
    return business.atZone(SHANGHAI).plusDays(1).with(results).toInstant();
  }

  public String fileName(long number, Instant closed) {
    String day = closed.atZone(SHANGHAI).toLocalDate().toString().replace("-", "");
    return file.replace("{day}", day)
        .replace("{number}", String.format(Locale.ROOT, "%06d", number));
  }
}
