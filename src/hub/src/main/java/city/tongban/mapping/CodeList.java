package city.tongban.mapping;

import city.tongban.mapping.CodeLine.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One {@code codes/<list>.csv}: which canonical code is which code of the back-end, and when. */
final class CodeList {
  private final String file;
  private final boolean plain;
  private final List<CodeLine> lines;
  private final Map<Way, Map<String, List<CodeLine>>> byCode = new HashMap<>();

  /**
   * @param file as a sentence names it, {@code codes/id-type.csv}
   * @param plain whether it has neither a second field nor days; then the first of several codes of
   *     the back-end is the one that is sent
   */
  CodeList(String file, boolean plain, List<CodeLine> lines) {
    this.file = file;
    this.plain = plain;
    this.lines = List.copyOf(lines);
    for (Way way : Way.values()) {
      byCode.put(way, lines.stream().collect(Collectors.groupingBy(way::from)));
    }
  }

  List<CodeLine> lines() {
    return lines;
  }

  /** Translates a code; refuses an ambiguous one. */
  String translated(CodeLookup question) throws UnknownCode {
    return question.way().to(line(question));
  }

  /** The line that applies. */
  CodeLine line(CodeLookup question) throws UnknownCode {
    Way way = question.way();
    List<CodeLine> known = byCode(way).getOrDefault(question.code(), List.of());
    if (known.isEmpty()) {
      throw new UnknownCode("it is not in " + file);
    }
    List<CodeLine> valid =
        known.stream()
            .filter(line -> question.day() == null || line.span().holds(question.day()))
            .toList();
    if (valid.isEmpty()) {
      throw new UnknownCode(
          "%s has it %s, and the day of the message is %s"
              .formatted(file, spans(known), question.day()));
    }
    List<CodeLine> fitting = valid.stream().filter(line -> fits(line, question)).toList();
    if (fitting.isEmpty()) {
      throw new UnknownCode(
          "%s has it only when the second field is %s, and it is %s"
              .formatted(file, whens(valid), question.second() == null ? "not given" : "another"));
    }
    List<String> words = fitting.stream().map(way::to).distinct().toList();
    if (words.size() > 1 && !(plain && way == Way.TO_THEIRS)) {
      throw new UnknownCode("%s %s are ambiguous".formatted(file, numbers(fitting)));
    }
    return fitting.get(0);
  }

  /** Why this form of lookup is ambiguous for some message; empty when it never is. */
  Optional<String> unanswerable(Way way, boolean withSecond, boolean withDay) {
    if (plain) {
      return Optional.empty();
    }
    if (way == Way.TO_THEIRS && !withSecond) {
      List<CodeLine> conditional = lines.stream().filter(line -> line.when() != null).toList();
      if (!conditional.isEmpty()) {
        return Optional.of(
            "%s %s need the second field: give it as the third argument"
                .formatted(file, numbers(conditional)));
      }
    }
    boolean dayKnown = withDay || way == Way.TO_THEIRS; // a case has a day
    BiPredicate<CodeLine, CodeLine> together =
        (a, b) -> (a.sameField(b) || !withSecond) && (a.span().meets(b.span()) || !dayKnown);
    return pairs(way, (a, b) -> together.test(a, b) && !way.to(a).equals(way.to(b)))
        .map(pair -> "%s for %s".formatted(open(pair), way.shown(pair.get(0))));
  }

  /** Pairs of lines that both apply to some message. */
  Optional<List<CodeLine>> twins() {
    return pairs(Way.TO_OURS, CodeLine::meets);
  }

  /** Gaps between the validity of two lines of one code, as sentences. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    lines.stream()
        .collect(Collectors.groupingBy(line -> List.of(line.ours(), String.valueOf(line.when()))))
        .values()
        .forEach(same -> gaps(same, gaps));
    return gaps;
  }

  private void gaps(List<CodeLine> same, List<String> gaps) {
    List<CodeLine> byDay =
        same.stream()
            .sorted(
                Comparator.comparing(
                    line -> line.span().from(), Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    for (int i = 1; i < byDay.size(); i++) {
      ValidityPeriod before = byDay.get(i - 1).span();
      ValidityPeriod after = byDay.get(i).span();
      if (before.leavesGapBefore(after)) {
        gaps.add(
            "%s line %d: canonical code %s has no code between %s and %s"
                .formatted(
                    file, byDay.get(i).number(), byDay.get(i).ours(), before.to(), after.from()));
      }
    }
  }

  private Optional<List<CodeLine>> pairs(Way way, BiPredicate<CodeLine, CodeLine> wrong) {
    for (CodeLine second : lines) {
      for (CodeLine first : byCode(way).getOrDefault(way.from(second), List.of())) {
        if (first.number() < second.number() && wrong.test(first, second)) {
          return Optional.of(List.of(first, second));
        }
      }
    }
    return Optional.empty();
  }

  private String open(List<CodeLine> pair) {
    return "%s %s are ambiguous".formatted(file, numbers(pair));
  }

  private Map<String, List<CodeLine>> byCode(Way way) {
    return byCode.getOrDefault(way, Map.of());
  }

  /** A code of the back-end needs no second field as long as it has one meaning only. */
  private static boolean fits(CodeLine line, CodeLookup question) {
    @Nullable String second = question.second();
    return line.when() == null
        || (second == null ? question.way() == Way.TO_OURS : line.when().equals(second));
  }

  private static String spans(List<CodeLine> lines) {
    return lines.stream()
        .map(line -> line.span().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String whens(List<CodeLine> lines) {
    return lines.stream()
        .map(line -> String.valueOf(line.when()))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static String numbers(List<CodeLine> lines) {
    return lines.stream()
        .map(line -> String.valueOf(line.number()))
        .collect(Collectors.joining(", ", lines.size() == 1 ? "line " : "lines ", ""));
  }
}
