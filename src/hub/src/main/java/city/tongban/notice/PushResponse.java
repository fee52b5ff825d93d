package city.tongban.notice;

import city.tongban.canonical.TraceStep.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A receiver's response.
 *
 * @param body up to the limit that is read; null when there was none
 */
record PushResponse(int status, @Nullable Payload body) {
  boolean accepted() {
    return status / 100 == 2;
  }

  boolean gone() {
    return status == 410;
  }
}
