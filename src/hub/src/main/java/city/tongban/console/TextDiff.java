package city.tongban.console;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side, line by line, with the words that differ marked. It is data, not markup:
 * the page escapes the texts.
 *
 * @param changes how many lines differ
 * @param cut one of the texts has more lines than are compared
 */
record TextDiff(List<Row> rows, int changes, boolean cut) {
  /** Twice as many lines that all differ still take well under a second. */
  static final int LINES_MAX = 3000;

  private static final int CONTEXT = 3;

  /** How the two sides of a row relate. */
  enum Kind {
    SAME,
    CHANGED,
    ONLY_LEFT,
    ONLY_RIGHT,
    FOLDED
  }

  /** A line of one text with its number there. */
  record Side(int number, List<WordDiff.Piece> pieces) {}

  /**
   * A row of both texts.
   *
   * @param folded how many equal lines a folded row represents
   */
  record Row(Kind kind, @Nullable Side left, @Nullable Side right, int folded) {}

  static TextDiff of(String left, String right, boolean whole) {
    List<String> ours = lines(left);
    List<String> theirs = lines(right);
    List<Row> rows = new Rows(head(ours), head(theirs)).all();
    int changes = (int) rows.stream().filter(row -> row.kind() != Kind.SAME).count();
    boolean cut = ours.size() > LINES_MAX || theirs.size() > LINES_MAX;
    return new TextDiff(whole ? rows : folded(rows), changes, cut);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static List<String> head(List<String> lines) {
    return lines.subList(0, Math.min(lines.size(), LINES_MAX));
  }

  /** Equal lines far from a difference are folded into one row that counts them. */
  private static List<Row> folded(List<Row> rows) {
    List<Row> shown = new ArrayList<>();
    int at = 0;
    while (at < rows.size()) {
      int end = at;
      while (end < rows.size() && rows.get(end).kind() == Kind.SAME) {
        end++;
      }
      fold(rows, at, end, shown);
      if (end < rows.size()) {
        shown.add(rows.get(end));
      }
      at = end + 1;
    }
    return shown;
  }

  private static void fold(List<Row> rows, int from, int to, List<Row> shown) {
    int head = from == 0 ? from : Math.min(to, from + CONTEXT);
    int tail = to == rows.size() ? to : Math.max(head, to - CONTEXT);
    if (tail - head <= 1) {
      shown.addAll(rows.subList(from, to));
      return;
    }
    shown.addAll(rows.subList(from, head));
    shown.add(new Row(Kind.FOLDED, null, null, tail - head));
    shown.addAll(rows.subList(tail, to));
  }

  /** Compares both texts from difference to difference. */
  private static final class Rows {
    private final List<String> left;
    private final List<String> right;
    private final List<Row> rows = new ArrayList<>();
    private int atLeft;
    private int atRight;

    Rows(List<String> left, List<String> right) {
      this.left = left;
      this.right = right;
    }

    List<Row> all() {
      int endLeft = 0;
      int endRight = 0;
      for (AbstractDelta<String> delta :
          DiffUtils.diff(left, right, new MyersDiffWithLinearSpace<>()).getDeltas()) {
        int from = delta.getSource().getPosition();
        if (from > endLeft) {
          changed(endLeft, endRight);
          same(from);
        }
        endLeft = from + delta.getSource().size();
        endRight = delta.getTarget().getPosition() + delta.getTarget().size();
      }
      changed(endLeft, endRight);
      same(left.size());
      return rows;
    }

    private void same(int toLeft) {
      while (atLeft < toLeft) {
        Side one = new Side(atLeft + 1, WordDiff.plain(left.get(atLeft++)));
        Side other = new Side(atRight + 1, WordDiff.plain(right.get(atRight++)));
        rows.add(new Row(Kind.SAME, one, other, 0));
      }
    }

    /** Pairs replaced lines; the remaining lines have no opposite line. */
    private void changed(int toLeft, int toRight) {
      while (atLeft < toLeft && atRight < toRight) {
        WordDiff.Pair pair = WordDiff.compared(left.get(atLeft), right.get(atRight));
        Side one = new Side(++atLeft, pair.left());
        rows.add(new Row(Kind.CHANGED, one, new Side(++atRight, pair.right()), 0));
      }
      while (atLeft < toLeft) {
        Side alone = new Side(atLeft + 1, WordDiff.plain(left.get(atLeft++)));
        rows.add(new Row(Kind.ONLY_LEFT, alone, null, 0));
      }
      while (atRight < toRight) {
        Side alone = new Side(atRight + 1, WordDiff.plain(right.get(atRight++)));
        rows.add(new Row(Kind.ONLY_RIGHT, null, alone, 0));
      }
    }
  }
}
