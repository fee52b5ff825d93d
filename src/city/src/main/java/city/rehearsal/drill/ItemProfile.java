package city.rehearsal.drill;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One item that the drill applies for, and how to cause each outcome at its department.
 *
 * @param theirs the department's name of the item
 * @param share relative frequency
 * @param endings possible outcomes, the usual one first
 * @param people makes an applicant for an outcome
 * @param form makes the form fields for an outcome
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
    People ADULTS = (ending, random) -> Resident.adult(random);

    Resident of(CaseOutcome ending, SeededRandom random);
  }

  interface Form {
    Map<String, String> of(CaseOutcome ending, SeededRandom random);
  }

  /** One case in four has another outcome than the usual one. */
  CaseOutcome ending(SeededRandom random) {
    return random.percent(75) ? endings.get(0) : random.oneOf(endings);
  }

  Resident resident(CaseOutcome ending, SeededRandom random) {
    return people.of(ending, random);
  }

  SortedMap<String, String> sortedForm(CaseOutcome ending, SeededRandom random) {
    return new TreeMap<>(form.of(ending, random));
  }
}
