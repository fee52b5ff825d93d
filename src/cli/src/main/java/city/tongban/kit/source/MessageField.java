package city.tongban.kit.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a department's message with the fields below it, independent of the contract's
 * language.
 *
 * @param name the department's name; for the whole message the element's name, or empty for JSON
 * @param namespace of its element; null for none
 * @param repeated whether it is a list
 * @param facts constraints on its text
 */
public record MessageField(
    String name,
    @Nullable String namespace,
    Kind kind,
    boolean required,
    boolean repeated,
    TextConstraints facts,
    List<MessageField> children) {

  /** What a field holds. */
  public enum Kind {
    GROUP,
    TEXT,
    NUMBER,
    BOOLEAN
  }

  public MessageField {
    children = List.copyOf(children);
  }

  public static MessageField leaf(String name, Kind kind, boolean required, TextConstraints facts) {
    return new MessageField(name, null, kind, required, false, facts, List.of());
  }

  static MessageField group(String name, boolean required, List<MessageField> children) {
    return new MessageField(
        name, null, Kind.GROUP, required, false, TextConstraints.NONE, children);
  }

  MessageField in(@Nullable String other) {
    return new MessageField(name, other, kind, required, repeated, facts, children);
  }

  public MessageField list() {
    return new MessageField(name, namespace, kind, required, true, facts, children);
  }

  public MessageField optional() {
    return new MessageField(name, namespace, kind, false, repeated, facts, children);
  }

  /** The name as an XML element name: a column title may contain spaces and brackets. */
  public String element() {
    String plain = name.replaceAll("[^\\p{L}\\p{N}_.-]", "");
    return plain.matches("[\\p{L}_].*") ? plain : "c" + plain;
  }

  public boolean isGroup() {
    return kind == Kind.GROUP;
  }

  public Optional<MessageField> child(String wanted) {
    return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
  }

  /** Paths of all leaves, {@code /sqr/xm}; the index in a list is left out. */
  public Stream<String> leaves(String above) {
    String here = name.isEmpty() ? above : above + "/" + name;
    return isGroup() ? children.stream().flatMap(c -> c.leaves(here)) : Stream.of(here);
  }
}
