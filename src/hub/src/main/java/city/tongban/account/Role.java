package city.tongban.account;

import static city.tongban.account.Right.ACT;
import static city.tongban.account.Right.AUDIT;
import static city.tongban.account.Right.READ;
import static city.tongban.account.Right.REHEARSE;
import static city.tongban.account.Right.SEE;
import static city.tongban.account.Right.TEST;

import java.util.Set;

/**
 * The role of a console account and its rights. No role both reads payloads and acts on deliveries.
 */
public enum Role {
  /** watches the operation 值班监控 */
  OPERATOR(SEE, ACT, TEST),
  /** finds out why a message is wrong 集成工程师 */
  ENGINEER(SEE, READ, TEST, REHEARSE),
  /** reviews what the others did; changes nothing 审计 */
  AUDITOR(SEE, READ, AUDIT);

  private static final String PREFIX = "ROLE_";

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<Right> rights;

  Role(Right... rights) {
    this.rights = Set.of(rights);
  }

  public Set<Right> rights() {
    return rights;
  }

  /** The authority of Spring Security. */
  String authority() {
    return PREFIX + name();
  }
}
