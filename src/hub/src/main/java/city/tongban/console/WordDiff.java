package city.tongban.console;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares two lines word by word; each Chinese character is a word. */
final class WordDiff {
  /** The longest line that is compared by words. */
  private static final int CHARS_MAX = 2000;

  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}_&&[^\\p{IsHan}]]+|\\s+|.", Pattern.DOTALL);

  private WordDiff() {}

  /** A part of a line, marked where the other line differs. */
  record Piece(String text, boolean changed) {}

  record Pair(List<Piece> left, List<Piece> right) {}

  static List<Piece> plain(String line) {
    return List.of(new Piece(line, false));
  }

  static Pair compared(String left, String right) {
    if (left.length() > CHARS_MAX || right.length() > CHARS_MAX) {
      return new Pair(plain(left), plain(right));
    }
    List<String> ours = words(left);
    List<String> theirs = words(right);
    boolean[] oursChanged = new boolean[ours.size()];
    boolean[] theirsChanged = new boolean[theirs.size()];
    for (AbstractDelta<String> delta :
        DiffUtils.diff(ours, theirs, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      mark(oursChanged, delta.getSource().getPosition(), delta.getSource().size());
      mark(theirsChanged, delta.getTarget().getPosition(), delta.getTarget().size());
    }
    Pair pair = new Pair(pieces(ours, oursChanged), pieces(theirs, theirsChanged));
    return alike(pair) ? pair : new Pair(plain(left), plain(right));
  }

  /** Whether the lines have enough in common for marks to help the reader. */
  private static boolean alike(Pair pair) {
    int common = Math.min(letters(pair.left(), false), letters(pair.right(), false));
    return common > 0
        && common * 2 >= Math.min(letters(pair.left(), true), letters(pair.right(), true));
  }

  private static int letters(List<Piece> pieces, boolean changed) {
    return pieces.stream()
        .filter(piece -> piece.changed() == changed)
        .mapToInt(piece -> (int) piece.text().chars().filter(Character::isLetterOrDigit).count())
        .sum();
  }

  private static List<String> words(String line) {
    return WORD.matcher(line).results().map(MatchResult::group).toList();
  }

  private static void mark(boolean[] changed, int from, int count) {
    for (int i = from; i < from + count; i++) {
      changed[i] = true;
    }
  }

  private static List<Piece> pieces(List<String> words, boolean[] changed) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(words.get(i));
      if (i + 1 == words.size() || changed[i + 1] != changed[i]) {
        pieces.add(new Piece(text.toString(), changed[i]));
        text.setLength(0);
      }
    }
    return pieces;
  }
}
