package city.tongban.console;

import city.tongban.cases.CaseState;
import java.util.List;

/** The stages of a case's progress bar, with its present stage. */
record ProgressStage(CaseState state, Place place) {
  private static final List<CaseState> LIFE =
      List.of(CaseState.COLLECTED, CaseState.ACCEPTED, CaseState.UNDER_REVIEW, CaseState.DECIDED);

  enum Place {
    PAST,
    NOW,
    AHEAD
  }

  /**
   * Refused and withdrawn follow the first stage directly: no other stage is known to be passed.
   */
  static List<ProgressStage> of(CaseState now) {
    int at = LIFE.indexOf(now);
    if (at < 0) {
      return List.of(
          new ProgressStage(CaseState.COLLECTED, Place.PAST), new ProgressStage(now, Place.NOW));
    }
    return LIFE.stream()
        .map(state -> new ProgressStage(state, place(LIFE.indexOf(state), at)))
        .toList();
  }

  private static Place place(int station, int now) {
    if (station == now) {
      return Place.NOW;
    }
    return station < now ? Place.PAST : Place.AHEAD;
  }
}
