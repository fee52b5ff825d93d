package city.tongban.partner;

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
          EndpointRule.of("POST", "/api/v1/cases", CENTRE),
          EndpointRule.of("GET", "/api/v1/cases/{number}", CENTRE, BACK_END, OPERATOR),
          EndpointRule.of("GET", "/api/v1/cases/{number}/trail", CENTRE, BACK_END, OPERATOR),
          EndpointRule.of("POST", "/api/v1/cases/{number}/withdrawal", CENTRE),
          EndpointRule.of("GET", "/api/v1/trail/{id}", CENTRE, BACK_END, OPERATOR),
          EndpointRule.of("GET", "/api/v1/trail/{id}/in", OPERATOR),
          EndpointRule.of("GET", "/api/v1/trail/{id}/out", OPERATOR),
          EndpointRule.of("POST", "/api/v1/queries", CENTRE),
          EndpointRule.of("GET", "/api/v1/queries/{number}", CENTRE, BACK_END, OPERATOR),
          EndpointRule.of("GET", "/api/v1/queries/{number}/trail", CENTRE, BACK_END, OPERATOR),
          EndpointRule.of("GET", "/api/v1/centres/{code}/inbox", CENTRE),
          EndpointRule.of("GET", "/api/v1/centres/{code}/web-hook", CENTRE),
          EndpointRule.of("PUT", "/api/v1/centres/{code}/web-hook", CENTRE),
          EndpointRule.of("DELETE", "/api/v1/centres/{code}/web-hook", CENTRE),
          EndpointRule.of("GET", "/api/v1/web-hooks", OPERATOR),
          EndpointRule.of("POST", "/api/v1/web-hooks/{code}/resend", OPERATOR),
          EndpointRule.of("POST", "/api/v1/web-hooks/{code}/skip", OPERATOR),
          EndpointRule.of("POST", "/api/v1/back-ends/{backEnd}/results", BACK_END),
          EndpointRule.of("POST", "/api/v1/back-ends/{backEnd}/probe", OPERATOR),
          EndpointRule.of("GET", "/api/v1/deliveries", OPERATOR),
          EndpointRule.of("POST", "/api/v1/deliveries/{caseNumber}/{sequence}/resend", OPERATOR),
          EndpointRule.of("POST", "/api/v1/deliveries/{caseNumber}/{sequence}/cancel", OPERATOR),
          EndpointRule.of("GET", "/api/v1/faults", OPERATOR),
          EndpointRule.of("POST", "/api/v1/faults", OPERATOR),
          EndpointRule.of("DELETE", "/api/v1/faults", OPERATOR),
          EndpointRule.of("GET", "/api/v1/sum", OPERATOR),
          EndpointRule.of("GET", "/api/v1/clock", OPERATOR),
          EndpointRule.of("POST", "/api/v1/clock", OPERATOR),
          EndpointRule.of("GET", "/api/v1/clock/next-due", OPERATOR),
          EndpointRule.of("GET", "/api/v1/accounts", ADMINISTRATOR),
          EndpointRule.of("POST", "/api/v1/accounts", ADMINISTRATOR),
          EndpointRule.of("POST", "/api/v1/accounts/{name}/disable", ADMINISTRATOR),
          EndpointRule.of("POST", "/api/v1/accounts/{name}/reset", ADMINISTRATOR),
          EndpointRule.of("GET", "/api/v1/connectors/{backEnd}/versions", ENGINEER, OPERATOR),
          EndpointRule.of("POST", "/api/v1/connectors/{backEnd}/versions", ENGINEER),
          EndpointRule.of("GET", "/api/v1/connectors/{backEnd}/versions/{version}", ENGINEER),
          EndpointRule.of("POST", "/api/v1/connectors/{backEnd}/activation", ENGINEER),
          EndpointRule.of("POST", "/api/v1/connectors/{backEnd}/rollback", ENGINEER),
          EndpointRule.of("POST", "/api/v1/connectors/{backEnd}/replay", ENGINEER),
          EndpointRule.of("POST", "/api/v1/recordings", ENGINEER),
          EndpointRule.of("POST", SOAP + "intake", CENTRE));

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
