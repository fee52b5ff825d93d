package city.tongban.canonical;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a department says that it answered on a day.
 *
 * @param day {@code 2018-07-02}
 * @param count how many lines it says that there are
 * @param digest as it says
 * @param computed the same digest, over the lines as they came
 * @param lines one for each question; null when there was none
 */
public record Statement(
    String day, int count, String digest, String computed, @Nullable List<Line> lines) {

  /**
   * One question.
   *
   * @param delivery the id under which it was asked
   * @param outcome what was answered
   */
  public record Line(String delivery, Answer.Outcome outcome) {}

  public List<Line> all() {
    return lines == null ? List.of() : lines;
  }

  /** Its lines for those who write examples: {@code id FOUND, id NOT_FOUND}. */
  public String brief() {
    return all().stream()
        .map(line -> line.delivery() + " " + line.outcome())
        .collect(Collectors.joining(", "));
  }

  /** Whether it says of itself what its lines say. */
  public boolean whole() {
    return count == all().size() && digest.equals(computed);
  }
}
