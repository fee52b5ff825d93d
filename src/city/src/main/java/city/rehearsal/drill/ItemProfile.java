package city.rehearsal.drill;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One item that the drill applies for, and what makes its department say yes or no.
 *
 * @param theirs the department's own name for it
 * @param share how often it is applied for, beside the other shares
 * @param endings that the department may give, the ordinary one first
 * @param people who applies, when it must end so
 * @param form what a centre fills in, when it must end so
 */
record ItemProfile(
    String item,
    String backEnd,
    String theirs,
    int share,
    List<CaseOutcome> endings,
    People people,
    Form form) {

  interface People {
    People ADULTS = (ending, dice) -> Resident.adult(dice);

    Resident of(CaseOutcome ending, SeededRandom dice);
  }

  interface Form {
    Map<String, String> of(CaseOutcome ending, SeededRandom dice);
  }

  /** One case in four ends in another way than the ordinary one. */
  CaseOutcome ending(SeededRandom dice) {
    return dice.percent(75) ? endings.get(0) : dice.oneOf(endings);
  }

  Resident resident(CaseOutcome ending, SeededRandom dice) {
    return people.of(ending, dice);
  }

  SortedMap<String, String> sortedForm(CaseOutcome ending, SeededRandom dice) {
    return new TreeMap<>(form.of(ending, dice));
  }
}
