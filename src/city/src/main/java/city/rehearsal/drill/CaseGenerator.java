package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Thinks out cases, each with the end that it must come to. The same seed and day give the same
 * cases.
 *
 * @param run part of every message id, so that two drills at one hub do not meet
 * @param now business time; applications were collected shortly before it
 */
record CaseGenerator(long seed, String run, OffsetDateTime now, List<Centre> centres) {
  private static final double REFUSED = 3;
  private static final double BY_SOAP = 25;
  private static final double REPEATED = 2;
  private static final double OTHER_CONTENT = 1;
  private static final double WITHDRAWN = 3;
  private static final double LATE_UPLOADS = 2;

  /** A service centre and the street it stands in. */
  record Centre(String code, String street) {}

  PlannedCase plan(int n) {
    SeededRandom dice = new SeededRandom(seed, n);
    Centre centre = dice.oneOf(centres);
    ItemProfile service = ItemProfiles.any(dice);
    CaseOutcome ending = service.ending(dice);
    Resident resident = service.resident(ending, dice);
    Draft draft =
        new Draft(
            n,
            "%s-%06d".formatted(run, n),
            centre,
            service,
            ending,
            resident,
            body(service, ending, resident, centre, dice));
    draft.body().put("messageId", draft.messageId());
    return dice.percent(REFUSED) ? MessageMutation.any(dice).spoil(draft, now) : sound(draft, dice);
  }

  private static PlannedCase sound(Draft draft, SeededRandom dice) {
    Set<CentreBehaviour> traits = EnumSet.noneOf(CentreBehaviour.class);
    if (dice.percent(BY_SOAP)) {
      traits.add(CentreBehaviour.SOAP);
    }
    if (dice.percent(REPEATED)) {
      traits.add(CentreBehaviour.REPEAT);
    }
    if (dice.percent(OTHER_CONTENT)) {
      traits.add(CentreBehaviour.OTHER_CONTENT);
    }
    // what a department would not take cannot be taken back
    if (draft.ending() != CaseOutcome.NOT_ACCEPTED && dice.percent(WITHDRAWN)) {
      traits.add(CentreBehaviour.WITHDRAW);
      return draft.planned(CaseOutcome.WITHDRAWN, draft.ending(), null, traits);
    }
    return draft.planned(draft.ending(), null, null, traits);
  }

  private ObjectNode body(
      ItemProfile service,
      CaseOutcome ending,
      Resident resident,
      Centre centre,
      SeededRandom dice) {
    ObjectNode body = HubClient.JSON.createObjectNode();
    body.put("item", service.item());
    body.put("collectedAt", text(collectedAt(dice)));
    body.put("collectingCentre", centre.code());
    ObjectNode applicant = body.putObject("applicant");
    applicant.put("name", resident.sent());
    applicant.put("idType", resident.idType());
    applicant.put("idNumber", resident.idNumber());
    applicant.put("phone", "13" + dice.digits(9));
    if (dice.percent(50)) {
      applicant.put("livingStreet", dice.oneOf(centres).street());
    }
    if (dice.percent(8)) {
      agent(body.putObject("agent"), Resident.adult(dice));
    }
    ObjectNode material = body.putArray("materials").addObject();
    material.put("code", "M" + dice.between(1, 9)).put("title", "申请表").put("source", "3");
    ObjectNode form = body.putObject("form");
    service.sortedForm(ending, dice).forEach(form::put);
    return body;
  }

  private static void agent(ObjectNode agent, Resident resident) {
    agent.put("name", resident.sent());
    agent.put("idType", resident.idType());
    agent.put("idNumber", resident.idNumber());
  }

  private OffsetDateTime collectedAt(SeededRandom dice) {
    int secondsAgo =
        dice.percent(LATE_UPLOADS) ? dice.between(3_600, 108_000) : dice.between(1, 300);
    return now.minusSeconds(secondsAgo);
  }

  static String text(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
  }

  /** A case before it is decided whether it goes out sound. */
  record Draft(
      int n,
      String messageId,
      Centre centre,
      ItemProfile service,
      CaseOutcome ending,
      Resident resident,
      ObjectNode body) {

    PlannedCase planned(
        CaseOutcome end,
        @Nullable CaseOutcome otherwise,
        @Nullable String code,
        Set<CentreBehaviour> traits) {
      return planned(
          end, otherwise, code, traits, new Wire("application/json", "UTF-8", body.toString()));
    }

    PlannedCase planned(
        CaseOutcome end,
        @Nullable CaseOutcome otherwise,
        @Nullable String code,
        Set<CentreBehaviour> traits,
        Wire wire) {
      return new PlannedCase(
          n,
          messageId,
          centre.code(),
          service.backEnd(),
          service.theirs(),
          end,
          otherwise,
          code,
          resident.name(),
          resident.idNumber(),
          traits,
          wire.contentType(),
          wire.charset(),
          wire.text());
    }
  }

  /** How a body goes on the wire. */
  record Wire(String contentType, String charset, String text) {}
}
