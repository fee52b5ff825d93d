package city.tongban.console;

import city.tongban.account.ConsoleEndpoints;
import city.tongban.account.Right;
import city.tongban.trace.TraceStepView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** The signed-in user and what a page may offer; the security rules check each request again. */
record ConsoleUser(@Nullable Authentication person) {

  static final ConsoleUser NOBODY = new ConsoleUser(null);

  public boolean sees() {
    return may(Right.SEE);
  }

  public boolean reads() {
    return may(Right.READ);
  }

  public boolean acts() {
    return may(Right.ACT);
  }

  public boolean tests() {
    return may(Right.TEST);
  }

  public boolean rehearses() {
    return may(Right.REHEARSE);
  }

  public boolean audits() {
    return may(Right.AUDIT);
  }

  public boolean known() {
    return sees();
  }

  /** The code of the role. */
  public String role() {
    return person == null ? "" : ConsoleEndpoints.role(person);
  }

  public String name() {
    return person == null ? "" : person.getName();
  }

  /** The user as named in the trace; no partner id has this form. */
  String trailName() {
    return DisplayNames.PERSON + name();
  }

  /** The steps that this user may see; payload readings are for auditors only. */
  List<TraceStepView> shown(List<TraceStepView> stops) {
    return audits() ? stops : stops.stream().filter(stop -> !stop.reading()).toList();
  }

  private boolean may(Right right) {
    return person != null && ConsoleEndpoints.may(person, right);
  }
}
