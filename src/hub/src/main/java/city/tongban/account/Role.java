package city.tongban.account;

/**
 * What an account is for. Whoever may move a delivery reads no payload, and whoever reads payloads
 * moves nothing.
 */
public enum Role {
  /** keeps things going 值班监控 */
  OPERATOR,
  /** finds out why a message is wrong 集成工程师 */
  ENGINEER,
  /** looks at what the others did; changes nothing 审计 */
  AUDITOR;

  private static final String PREFIX = "ROLE_";

  public boolean may(Right right) {
    return switch (right) {
      case SEE -> true;
      case READ -> this != OPERATOR;
      case ACT -> this == OPERATOR;
      case TEST -> this != AUDITOR;
      case REHEARSE -> this == ENGINEER;
      case AUDIT -> this == AUDITOR;
    };
  }

  /** As Spring Security calls it. */
  String authority() {
    return PREFIX + name();
  }
}
