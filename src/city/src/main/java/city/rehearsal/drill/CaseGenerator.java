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
 * Generates cases, each with its expected outcome. The same seed and day give the same cases.
 *
 * @param run part of every message id, so that two drills at one hub do not collide
 * @param now business time; applications were collected shortly before it
 */
record CaseGenerator(long seed, String run, OffsetDateTime now, List<Centre> centres) {
  private static final double REFUSED = 3;
  private static final double BY_SOAP = 25;
  private static final double REPEATED = 2;
  private static final double OTHER_CONTENT = 1;
  private static final double WITHDRAWN = 3;
  private static final double LATE_UPLOADS = 2;

  /** A service centre and its street. */
  record Centre(String code, String street) {}

  PlannedCase plan(int n) {
    SeededRandom random = new SeededRandom(seed, n);
    Centre centre = random.oneOf(centres);
    ItemProfile service = ItemProfiles.any(random);
    CaseOutcome ending = service.ending(random);
    Resident resident = service.resident(ending, random);
    Draft draft =
        new Draft(
            n,
            "%s-%06d".formatted(run, n),
            centre,
            service,
            ending,
            resident,
            body(service, ending, resident, centre, random));
    draft.body().put("messageId", draft.messageId());
    return random.percent(REFUSED)
        ? MessageMutation.any(random).spoil(draft, now)
        : sound(draft, random);
  }

  private static PlannedCase sound(Draft draft, SeededRandom random) {
    Set<CentreBehaviour> traits = EnumSet.noneOf(CentreBehaviour.class);
    if (random.percent(BY_SOAP)) {
      traits.add(CentreBehaviour.SOAP);
    }
    if (random.percent(REPEATED)) {
      traits.add(CentreBehaviour.REPEAT);
    }
    if (random.percent(OTHER_CONTENT)) {
      traits.add(CentreBehaviour.OTHER_CONTENT);
    }
    // a case that the department does not accept cannot be withdrawn
    if (draft.ending() != CaseOutcome.NOT_ACCEPTED && random.percent(WITHDRAWN)) {
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
      SeededRandom random) {
    ObjectNode body = HubClient.JSON.createObjectNode();
    body.put("item", service.item());
    body.put("collectedAt", text(collectedAt(random)));
    body.put("collectingCentre", centre.code());
    ObjectNode applicant = body.putObject("applicant");
    applicant.put("name", resident.sent());
    applicant.put("idType", resident.idType());
    applicant.put("idNumber", resident.idNumber());
    applicant.put("phone", "13" + random.digits(9));
    if (random.percent(50)) {
      applicant.put("livingStreet", random.oneOf(centres).street());
    }
    if (random.percent(8)) {
      agent(body.putObject("agent"), Resident.adult(random));
    }
    ObjectNode material = body.putArray("materials").addObject();
    material.put("code", "M" + random.between(1, 9)).put("title", "申请表").put("source", "3");
    ObjectNode form = body.putObject("form");
    service.sortedForm(ending, random).forEach(form::put);
    return body;
  }

  private static void agent(ObjectNode agent, Resident resident) {
    agent.put("name", resident.sent());
    agent.put("idType", resident.idType());
    agent.put("idNumber", resident.idNumber());
  }

  private OffsetDateTime collectedAt(SeededRandom random) {
    int secondsAgo =
        random.percent(LATE_UPLOADS) ? random.between(3_600, 108_000) : random.between(1, 300);
    return now.minusSeconds(secondsAgo);
  }

  static String text(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
  }

  /** A case before the generator decides whether to damage its message. */
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

  /** The content type, charset and text of a message. */
  record Wire(String contentType, String charset, String text) {}
}
