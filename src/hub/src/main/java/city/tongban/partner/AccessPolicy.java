package city.tongban.partner;

import static city.tongban.partner.Partner.Kind.ADMINISTRATOR;
import static city.tongban.partner.Partner.Kind.BACK_END;
import static city.tongban.partner.Partner.Kind.CENTRE;
import static city.tongban.partner.Partner.Kind.ENGINEER;
import static city.tongban.partner.Partner.Kind.OPERATOR;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Refusal;
import city.tongban.partner.Partner.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/**
 * Decides who may read and do what; every door asks here and nowhere else (P8).
 *
 * <p>First by role: a path that is not in {@link #DOORS} does not exist for anybody, so that a new
 * endpoint is closed until somebody says whose it is. Then by ownership, where a door speaks of a
 * case, centre or back-end.
 */
@Component
public class AccessPolicy {
  /** Where the doors are at which SOAP is spoken. */
  private static final String SOAP = "/services/";

  /**
   * Every endpoint for partners: all under {@code /api} but the health check, which is public, and
   * those of SOAP.
   */
  public static final List<EndpointRule> DOORS =
      List.of(
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

  /**
   * Whose a case is.
   *
   * @param sender id of the partner that submitted it
   */
  public record Ownership(
      String sender, String collectingCentre, String homeCentre, String backEnd) {}

  /** At some doors SOAP is spoken, and a no is a fault there. */
  public static boolean isSoap(String path) {
    return path.startsWith(SOAP);
  }

  /** Refuses a door that does not exist and one that the partner's role never opens. */
  public void knock(Partner partner, String method, String path) {
    PathContainer knocked = PathContainer.parsePath(path);
    EndpointRule door =
        DOORS.stream()
            .filter(candidate -> candidate.leadsFrom(method, knocked))
            .findFirst()
            .orElseThrow(AccessPolicy::noSuchDoor);
    if (!door.kinds().contains(partner.kind())) {
      throw forbidden("this door is not for a partner of kind " + partner.kind())
          .fix("use the token of " + door.kinds() + ", or another endpoint: see /docs");
    }
  }

  /**
   * A case of somebody else's is answered like one that does not exist, so that nothing is told.
   */
  public <T> T readCase(
      Partner partner, CaseNumber number, Optional<T> found, Function<T, Ownership> owner) {
    return found
        .filter(view -> reads(partner, owner.apply(view)))
        .orElseThrow(() -> noSuchCase(number));
  }

  /** Only the centre that submitted a case may take it back. */
  public void withdrawCase(Partner partner, CaseNumber number, @Nullable String caseSender) {
    if (!partner.id().equals(caseSender)) {
      throw noSuchCase(number);
    }
  }

  /** A centre submits for itself and for its sub-centres. */
  public void collectAt(Partner partner, String centre, @Nullable String parentCentre) {
    if (!partner.scope().equals(centre) && !partner.scope().equals(parentCentre)) {
      throw forbidden("the collecting centre is not the sender's own")
          .because("the token belongs to centre " + partner.scope())
          .fix("send the case with the collecting centre's own token");
    }
  }

  public void readInbox(Partner partner, String centre) {
    if (!is(partner, CENTRE, centre)) {
      throw forbidden("the inbox belongs to another centre")
          .fix("read /api/v1/centres/" + partner.scope() + "/inbox");
    }
  }

  /** Where a centre's notices go is its own to say, and its own to know. */
  public void ownWebHook(Partner partner, String centre) {
    if (!is(partner, CENTRE, centre)) {
      throw forbidden("the web-hook belongs to another centre")
          .fix("use /api/v1/centres/" + partner.scope() + "/web-hook");
    }
  }

  public void speakFor(Partner partner, String backEnd) {
    if (!is(partner, BACK_END, backEnd)) {
      throw forbidden("results of this back-end are another partner's to tell")
          .fix("post to /api/v1/back-ends/" + partner.scope() + "/results");
    }
  }

  /** A stop that belongs to no case is a refusal; it is told to whom it was said. */
  public boolean readsRefusal(Partner partner, @Nullable String refused) {
    return partner.kind() == OPERATOR || partner.id().equals(refused);
  }

  /** Centres and departments see what became of a case, and not who of the hub's people looked. */
  public boolean readsReadings(Partner partner) {
    return partner.kind() == OPERATOR;
  }

  private static boolean reads(Partner partner, Ownership owner) {
    return switch (partner.kind()) {
      case OPERATOR -> true;
      case ADMINISTRATOR, ENGINEER -> false;
      case BACK_END -> partner.scope().equals(owner.backEnd());
      case CENTRE ->
          partner.id().equals(owner.sender())
              || partner.scope().equals(owner.collectingCentre())
              || partner.scope().equals(owner.homeCentre());
    };
  }

  private static boolean is(Partner partner, Kind kind, String scope) {
    return partner.kind() == kind && partner.scope().equals(scope);
  }

  private static Refusal noSuchCase(CaseNumber number) {
    return Refusal.of("HUB-2001", "there is no case %s among yours", number)
        .fix("send the number printed on the receipt, unchanged, with the token that may read it");
  }

  private static Refusal noSuchDoor() {
    return Refusal.of("HUB-1030", "there is no such endpoint, or not with this method")
        .fix("the endpoints are listed at /docs");
  }

  private static Refusal forbidden(String what) {
    return Refusal.of("HUB-1021", "%s", what);
  }
}
