package city.tongban.partner;

import static city.tongban.partner.Partner.Kind.BACK_END;
import static city.tongban.partner.Partner.Kind.CENTRE;
import static city.tongban.partner.Partner.Kind.OPERATOR;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Refusal;
import city.tongban.partner.Partner.Kind;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides by ownership which partner may read or change a case, a centre's inbox or a back-end's
 * results (P8). {@link ApiEndpoints} has decided by kind of partner before.
 */
@Component
public class AccessPolicy {
  /**
   * The partners that a case belongs to.
   *
   * @param sender id of the partner that submitted it
   */
  public record Ownership(
      String sender, String collectingCentre, String homeCentre, String backEnd) {}

  /**
   * A case of another partner is answered like one that does not exist, so that the answer reveals
   * nothing.
   */
  public <T> T readCase(
      Partner partner, CaseNumber number, Optional<T> found, Function<T, Ownership> owner) {
    return found
        .filter(view -> reads(partner, owner.apply(view)))
        .orElseThrow(() -> noSuchCase(number));
  }

  /** Only the centre that submitted a case may withdraw it. */
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

  /** A centre's web-hook is read and changed by that centre only. */
  public void ownWebHook(Partner partner, String centre) {
    if (!is(partner, CENTRE, centre)) {
      throw forbidden("the web-hook belongs to another centre")
          .fix("use /api/v1/centres/" + partner.scope() + "/web-hook");
    }
  }

  public void speakFor(Partner partner, String backEnd) {
    if (!is(partner, BACK_END, backEnd)) {
      throw forbidden("results of this back-end are sent by another partner")
          .fix("post to /api/v1/back-ends/" + partner.scope() + "/results");
    }
  }

  /** A trace step without a case is a refusal; the refused sender and the operator may read it. */
  public boolean readsRefusal(Partner partner, @Nullable String refused) {
    return partner.kind() == OPERATOR || partner.id().equals(refused);
  }

  /** Only the operator sees who read a payload; centres and departments do not. */
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
    return Refusal.of("HUB-2001", "there is no case %s that this partner may read", number)
        .fix("send the number printed on the receipt, unchanged, with the token that may read it");
  }

  private static Refusal forbidden(String what) {
    return Refusal.of("HUB-1021", "%s", what);
  }
}
