package city.tongban.drill;

import city.tongban.drill.Question.Kind;
import java.util.List;

/** What is asked at the counters, and what makes a department know the answer. */
final class QuestionItems {
  static final List<Kind> ALL =
      List.of(
          // contributions begin at 22, the pension at 60
          new Kind("RS9023", dice -> Resident.citizen(dice, 1960, 1990), Resident::child),
          new Kind(
              "RS9024",
              dice -> Resident.citizen(dice, 1940, 1956),
              dice -> Resident.citizen(dice, 1970, 1990)));

  private QuestionItems() {}

  static Question plan(long seed, int n, String run, List<Generator.Centre> centres) {
    Dice dice = new Dice(seed, -1 - n);
    Kind kind = dice.oneOf(ALL);
    boolean found = dice.percent(75);
    Resident about = found ? kind.known().of(dice) : kind.unknown().of(dice);
    String centre = dice.oneOf(centres).code();
    return new Question("%s-q-%06d".formatted(run, n), centre, kind.item(), about, found);
  }
}
