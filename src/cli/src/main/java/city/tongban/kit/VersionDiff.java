package city.tongban.kit;

import city.tongban.canonical.Sha256;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two versions of a connector, file by file, as a unified diff. */
public final class VersionDiff {
  private static final int CONTEXT = 3;
  private static final String NOTHING = "/dev/null";

  private VersionDiff() {}

  /** The lines of the diff; none when the two versions are equal. */
  public static List<String> of(BundleFiles left, BundleFiles right) {
    SortedSet<String> paths = new TreeSet<>(left.files().keySet());
    paths.addAll(right.files().keySet());
    List<String> lines = new ArrayList<>();
    for (String path : paths) {
      byte[] before = left.files().get(path);
      byte[] after = right.files().get(path);
      if (!Arrays.equals(before, after)) {
        lines.addAll(file(path, before, after));
      }
    }
    return lines;
  }

  private static List<String> file(String path, byte @Nullable [] before, byte @Nullable [] after) {
    Optional<List<String>> ours = text(before);
    Optional<List<String>> theirs = text(after);
    String from = before == null ? NOTHING : "a/" + path;
    String to = after == null ? NOTHING : "b/" + path;
    if (ours.isEmpty() || theirs.isEmpty()) {
      return List.of("--- " + from + digest(before), "+++ " + to + digest(after));
    }
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, ours.get(), DiffUtils.diff(ours.get(), theirs.get()), CONTEXT);
    // when only line endings differ, no line differs
    return lines.isEmpty()
        ? List.of("--- " + from + digest(before), "+++ " + to + digest(after))
        : lines;
  }

  private static String digest(byte @Nullable [] content) {
    return content == null
        ? ""
        : " %d bytes, SHA-256 %s".formatted(content.length, Sha256.hex(content));
  }

  /** The lines of a text file; empty for a file that is not UTF-8 text. */
  private static Optional<List<String>> text(byte @Nullable [] content) {
    if (content == null) {
      return Optional.of(List.of());
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text.lines().toList()) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
