package city.tongban.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded case as an example: its people are replaced by others who do not exist.
 *
 * @param mapping that writes the message of this delivery
 * @param delivery what delivery gave to the mapping, as {@code original} and {@code reason}
 * @param lookAt places whose words nobody but a person can judge
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
   * What they said about it.
   *
   * @param what {@code reply}, {@code ask} or {@code result}
   * @param status of the reply under which it was understood; null where it was not
   */
  public record Heard(String what, String mapping, String document, @Nullable Integer status) {}
}
