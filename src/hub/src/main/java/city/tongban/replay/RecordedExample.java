package city.tongban.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded case as an example, with made-up persons.
 *
 * @param mapping of the message of this delivery
 * @param delivery parameters of the mapping, with {@code original} and {@code reason}
 * @param lookAt fields that only a person can judge
 */
public record RecordedExample(
    String backEnd,
    String mapping,
    String item,
    String delivery,
    String original,
    String reason,
    String canonical,
    List<Heard> heard,
    List<String> lookAt) {

  /**
   * A message of the back-end about it.
   *
   * @param what {@code reply}, {@code ask} or {@code result}
   * @param status HTTP status of the reply; null for other messages
   */
  public record Heard(String what, String mapping, String document, @Nullable Integer status) {}
}
