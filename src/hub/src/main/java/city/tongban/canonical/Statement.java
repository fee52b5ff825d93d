package city.tongban.canonical;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A department's statement of what it answered on a day.
 *
 * @param day {@code 2018-07-02}
 * @param count number of lines according to the department
 * @param digest according to the department
 * @param computed the same digest, computed over the received lines
 * @param lines one for each question; null when there was none
 */
public record Statement(
    String day, int count, String digest, String computed, @Nullable List<Line> lines) {

  /**
   * One question.
   *
   * @param delivery the id under which it was asked
   * @param outcome the department's answer
   */
  public record Line(String delivery, Answer.Outcome outcome) {}

  public List<Line> all() {
    return lines == null ? List.of() : lines;
  }

  /** The lines in short form for test examples: {@code id FOUND, id NOT_FOUND}. */
  public String brief() {
    return all().stream()
        .map(line -> line.delivery() + " " + line.outcome())
        .collect(Collectors.joining(", "));
  }

  /** Whether the department's count and digest agree with the lines. */
  public boolean whole() {
    return count == all().size() && digest.equals(computed);
  }
}
