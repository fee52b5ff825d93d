package city.tongban.partner;

/**
 * Someone who may speak to the hub, as authenticated.
 *
 * @param id {@code centre-31010100201}, {@code housing}, {@code operator}, {@code engineer}
 * @param scope centre code, back-end folder, or {@code *}
 */
public record Partner(String id, Kind kind, String scope) {
  private static final String CENTRE_PREFIX = "centre-";

  /** What a partner is; its role at every door. */
  public enum Kind {
    /** a service centre or sub-centre 受理中心 */
    CENTRE,
    /** a department's system 业务系统 */
    BACK_END,
    /** the monitoring team */
    OPERATOR,
    /** whoever changes connectors, and moves no delivery */
    ENGINEER,
    /** whoever gives people their accounts at the console, and does nothing else */
    ADMINISTRATOR
  }

  public static Partner centre(String code) {
    return new Partner(CENTRE_PREFIX + code, Kind.CENTRE, code);
  }

  /**
   * The code of the centre that has this id; a sub-centre's case may have been sent by its main
   * centre.
   */
  public static String centreOf(String id) {
    if (!id.startsWith(CENTRE_PREFIX)) {
      throw new IllegalArgumentException(id + " is no centre");
    }
    return id.substring(CENTRE_PREFIX.length());
  }

  public static Partner backEnd(String folder) {
    return new Partner(folder, Kind.BACK_END, folder);
  }

  public static Partner operator() {
    return new Partner("operator", Kind.OPERATOR, "*");
  }

  public static Partner engineer() {
    return new Partner("engineer", Kind.ENGINEER, "*");
  }

  public static Partner administrator() {
    return new Partner("administrator", Kind.ADMINISTRATOR, "*");
  }
}
