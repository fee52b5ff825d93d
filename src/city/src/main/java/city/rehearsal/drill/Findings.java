package city.rehearsal.drill;

import city.rehearsal.drill.DepartmentTotals.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the results of the verification. A case is completed, parked, refused, waiting, lost or
 * duplicated; in addition it may be wrong.
 */
final class Findings {
  private static final int SHOWN = 20;

  private final List<String> details = new ArrayList<>();
  private final DepartmentTotals departments = new DepartmentTotals();
  private int completed;
  private int parked;
  private int refused;
  private int waiting;
  private int lost;
  private int duplicated;
  private int wrong;

  /** Counts a case that was planned for this department. */
  void planned(String backEnd) {
    departments.count(backEnd, Column.CASES);
  }

  void completed(String backEnd) {
    completed++;
    departments.count(backEnd, Column.COMPLETED);
  }

  void parked(String backEnd) {
    parked++;
    departments.count(backEnd, Column.PARKED);
  }

  void refused(String backEnd) {
    refused++;
    departments.count(backEnd, Column.REFUSED);
  }

  void waiting(String subject, String why) {
    waiting++;
    detail("waiting", subject, why);
  }

  void lost(String subject, String why) {
    lost++;
    detail("lost", subject, why);
  }

  void duplicated(String subject, String why) {
    duplicated++;
    detail("duplicated", subject, why);
  }

  void wrong(String subject, String why) {
    wrong++;
    detail("wrong", subject, why);
  }

  private void detail(String kind, String subject, String why) {
    if (details.size() < SHOWN) {
      details.add("%s: %s %s".formatted(kind, subject, why));
    } else if (details.size() == SHOWN) {
      details.add("… and more");
    }
  }

  int completedCount() {
    return completed;
  }

  int parkedCount() {
    return parked;
  }

  int refusedCount() {
    return refused;
  }

  int waitingCount() {
    return waiting;
  }

  int lostCount() {
    return lost;
  }

  int duplicatedCount() {
    return duplicated;
  }

  int wrongCount() {
    return wrong;
  }

  DepartmentTotals departments() {
    return departments;
  }

  List<String> details() {
    return List.copyOf(details);
  }
}
