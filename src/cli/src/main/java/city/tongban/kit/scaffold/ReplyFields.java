package city.tongban.kit.scaffold;

import city.tongban.kit.source.CanonicalFieldGuess;
import city.tongban.kit.source.MessageField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which fields of a department's reply hold the state, the number and the texts that the hub needs.
 *
 * @param state the field with the state of the application; without one only the HTTP status shows
 *     it
 * @param others the other fields of the reply
 */
record ReplyFields(
    Optional<Place> state, Optional<Place> number, Optional<Place> reason, List<Place> others) {
  /** A leaf field with all fields above it. */
  record Place(List<MessageField> way) {
    MessageField field() {
      return way.get(way.size() - 1);
    }
  }

  static ReplyFields of(MessageField reply) {
    List<Place> leaves = new ArrayList<>();
    collect(reply, new ArrayList<>(), leaves);
    Optional<Place> state = find(leaves, CanonicalFieldGuess.STATE);
    Optional<Place> number =
        find(
            leaves.stream().filter(p -> state.isEmpty() || !p.equals(state.get())).toList(),
            CanonicalFieldGuess.THEIR_NUMBER);
    Optional<Place> reason = find(leaves, CanonicalFieldGuess.REASON);
    List<Place> others = new ArrayList<>(leaves);
    Stream.of(state, number, reason).flatMap(Optional::stream).forEach(others::remove);
    return new ReplyFields(state, number, reason, others);
  }

  private static void collect(MessageField shape, List<MessageField> above, List<Place> into) {
    List<MessageField> way = new ArrayList<>(above);
    way.add(shape);
    if (!shape.isGroup()) {
      into.add(new Place(way));
    }
    // inside a list it is unknown which entry is meant
    shape.children().stream().filter(c -> !c.repeated()).forEach(c -> collect(c, way, into));
  }

  /** The field whose name comes first in the list of known names. */
  private static Optional<Place> find(List<Place> leaves, CanonicalFieldGuess word) {
    return leaves.stream()
        .filter(p -> word.means(p.field().name()))
        .min(
            (a, b) ->
                Integer.compare(
                    word.rank(a.field().name().toLowerCase(Locale.ROOT)),
                    word.rank(b.field().name().toLowerCase(Locale.ROOT))));
  }
}
