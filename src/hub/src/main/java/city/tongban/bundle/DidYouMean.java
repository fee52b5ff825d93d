package city.tongban.bundle;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Suggests the known word that a misspelt one was probably meant to be. */
final class DidYouMean {
  private DidYouMean() {}

  /** The nearest known word: at most two letters, or a third of them, may differ. */
  static @Nullable String nearest(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(word, k)))
        .filter(k -> distance(word, k) <= Math.max(2, k.length() / 3))
        .orElse(null);
  }

  /** The number of letters to change, add or remove, ignoring case. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int best = Math.min(Math.min(row[j], row[j - 1]) + 1, corner + (same ? 0 : 1));
        corner = row[j];
        row[j] = best;
      }
    }
    return row[b.length()];
  }
}
