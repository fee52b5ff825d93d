package city.tongban.partner;

import static city.tongban.partner.EndpointRule.of;
import static city.tongban.partner.Partner.Kind.ADMINISTRATOR;
import static city.tongban.partner.Partner.Kind.BACK_END;
import static city.tongban.partner.Partner.Kind.CENTRE;
import static city.tongban.partner.Partner.Kind.ENGINEER;
import static city.tongban.partner.Partner.Kind.OPERATOR;

import city.tongban.canonical.Refusal;
import java.util.EnumSet;
import java.util.Set;

/** The endpoints of the API and the kinds of partner that may call each. */
public final class ApiEndpoints {
  private static final String SOAP = "/services/";

  /**
   * Every endpoint under {@code /api} except the public health check, and every SOAP endpoint under
   * {@code /services}.
   */
  public static final EndpointRules RULES =
      EndpointRules.of(
          of("POST", "/api/v1/cases", CENTRE),
          of("GET", "/api/v1/cases/{number}", CENTRE, BACK_END, OPERATOR),
          of("GET", "/api/v1/cases/{number}/trail", CENTRE, BACK_END, OPERATOR),
          of("POST", "/api/v1/cases/{number}/withdrawal", CENTRE),
          of("GET", "/api/v1/trail/{id}", CENTRE, BACK_END, OPERATOR),
          of("GET", "/api/v1/trail/{id}/in", OPERATOR),
          of("GET", "/api/v1/trail/{id}/out", OPERATOR),
          of("POST", "/api/v1/queries", CENTRE),
          of("GET", "/api/v1/queries/{number}", CENTRE, BACK_END, OPERATOR),
          of("GET", "/api/v1/queries/{number}/trail", CENTRE, BACK_END, OPERATOR),
          of("GET", "/api/v1/centres/{code}/inbox", CENTRE),
          of("GET", "/api/v1/centres/{code}/web-hook", CENTRE),
          of("PUT", "/api/v1/centres/{code}/web-hook", CENTRE),
          of("DELETE", "/api/v1/centres/{code}/web-hook", CENTRE),
          of("GET", "/api/v1/web-hooks", OPERATOR),
          of("POST", "/api/v1/web-hooks/{code}/resend", OPERATOR),
          of("POST", "/api/v1/web-hooks/{code}/skip", OPERATOR),
          of("POST", "/api/v1/back-ends/{backEnd}/results", BACK_END),
          of("POST", "/api/v1/back-ends/{backEnd}/probe", OPERATOR),
          of("GET", "/api/v1/deliveries", OPERATOR),
          of("POST", "/api/v1/deliveries/{caseNumber}/{sequence}/resend", OPERATOR),
          of("POST", "/api/v1/deliveries/{caseNumber}/{sequence}/cancel", OPERATOR),
          of("GET", "/api/v1/faults", OPERATOR),
          of("POST", "/api/v1/faults", OPERATOR),
          of("DELETE", "/api/v1/faults", OPERATOR),
          of("GET", "/api/v1/sum", OPERATOR),
          of("GET", "/api/v1/clock", OPERATOR),
          of("POST", "/api/v1/clock", OPERATOR),
          of("GET", "/api/v1/clock/next-due", OPERATOR),
          of("GET", "/api/v1/accounts", ADMINISTRATOR),
          of("POST", "/api/v1/accounts", ADMINISTRATOR),
          of("POST", "/api/v1/accounts/{name}/disable", ADMINISTRATOR),
          of("POST", "/api/v1/accounts/{name}/reset", ADMINISTRATOR),
          of("GET", "/api/v1/connectors/{backEnd}/versions", ENGINEER, OPERATOR),
          of("POST", "/api/v1/connectors/{backEnd}/versions", ENGINEER),
          of("GET", "/api/v1/connectors/{backEnd}/versions/{version}", ENGINEER),
          of("POST", "/api/v1/connectors/{backEnd}/activation", ENGINEER),
          of("POST", "/api/v1/connectors/{backEnd}/rollback", ENGINEER),
          of("POST", "/api/v1/connectors/{backEnd}/replay", ENGINEER),
          of("POST", "/api/v1/recordings", ENGINEER),
          of("POST", SOAP + "intake", CENTRE));

  private ApiEndpoints() {}

  /** Whether the path is a SOAP endpoint, where an error is a SOAP fault. */
  public static boolean isSoap(String path) {
    return path.startsWith(SOAP);
  }

  /**
   * Refuses an unknown endpoint, and an endpoint that is not for partners of this kind.
   *
   * @throws Refusal HUB-1030 or HUB-1021
   */
  static void authorize(Partner partner, String method, String path) {
    EndpointRules.Decision decision = RULES.authorize(method, path, Set.of(partner.kind()));
    EndpointRule rule = decision.rule().orElseThrow(ApiEndpoints::noSuchEndpoint);
    if (!decision.granted()) {
      throw Refusal.of("HUB-1021", "the endpoint is not for a partner of kind %s", partner.kind())
          .fix(
              "use the token of a partner of kind "
                  + kinds(rule)
                  + ", or another endpoint: see /docs");
    }
  }

  /** The kinds in the order of the enumeration, so that the text is always the same. */
  private static Set<Partner.Kind> kinds(EndpointRule rule) {
    Set<Partner.Kind> kinds = EnumSet.allOf(Partner.Kind.class);
    kinds.retainAll(rule.required());
    return kinds;
  }

  private static Refusal noSuchEndpoint() {
    return Refusal.of("HUB-1030", "there is no such endpoint, or not with this method")
        .fix("the endpoints are listed at /docs");
  }
}
