package city.tongban.notice;

import java.util.List;

/**
 * The notices of an inbox after a cursor.
 *
 * @param next the cursor for the next request
 */
public record InboxPage(List<Notice> notices, long next) {
  public InboxPage {
    notices = List.copyOf(notices);
  }

  static InboxPage of(List<Notice> notices, long after) {
    return new InboxPage(
        notices, notices.isEmpty() ? after : notices.get(notices.size() - 1).number());
  }
}
