package city.tongban.console;

import city.tongban.canonical.Agent;
import city.tongban.canonical.Applicant;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Envelope;
import city.tongban.canonical.IdType;
import city.tongban.canonical.Material;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.PersonName;
import city.tongban.canonical.Phone;
import city.tongban.canonical.Places;
import city.tongban.canonical.StoredText;
import city.tongban.cases.CaseState;
import city.tongban.cases.CaseView;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.DeliveryView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Cases to look at: one that went well, one that stands still, and the ends in between. */
final class Sample {
  static final Instant WALL = Instant.parse("2026-03-05T02:14:08.120Z");
  static final OffsetDateTime COLLECTED = OffsetDateTime.parse("2018-07-02T08:41:10+08:00");

  static final CaseNumber DECIDED = new CaseNumber("310101-20180702-000482");
  static final CaseNumber PARKED = new CaseNumber("310104-20180702-000007");
  static final CaseNumber DOUBTFUL = new CaseNumber("310104-20180702-000011");
  static final CaseNumber FRESH = new CaseNumber("310115-20180702-000001");

  static final String CENTRE = "31010100201";
  private static final String OTHER_CENTRE = "31010101301";

  private Sample() {}

  static List<CaseView> cases() {
    return List.of(
        view(DECIDED, "ZJ9001", CaseState.DECIDED, "APPROVED", null, "housing"),
        view(PARKED, "RS9010", CaseState.COLLECTED, null, null, "human-resources"),
        view(DOUBTFUL, "RS9012", CaseState.COLLECTED, null, null, "human-resources"),
        view(FRESH, "ZJ9001", CaseState.COLLECTED, null, null, "housing"),
        view(number(12), "ZJ9001", CaseState.UNDER_REVIEW, null, null, "housing"),
        view(number(13), "RS9013", CaseState.DECIDED, "REJECTED", "缴费不满十二个月", "human-resources"),
        view(number(14), "ZJ9007", CaseState.REFUSED, null, "家庭人数不能为零", "housing"),
        view(number(15), "ZJ9001", CaseState.WITHDRAWN, null, null, "housing"),
        view(number(16), "ZJ9007", CaseState.ACCEPTED, null, null, "housing"));
  }

  static CaseFile file(CaseView view) {
    boolean longName = view.number().equals(FRESH);
    String name = longName ? "买买提·吐尔逊·阿不都热合曼·克里木江" : "王小明";
    return new CaseFile(
        view.number(),
        view.item(),
        new Applicant(
            new PersonName(name), IdType.RESIDENT_ID, "11010519491231002X", null, null, null),
        longName
            ? new Agent(
                new PersonName("李雷"), IdType.PASSPORT, "E12345678", new Phone("13800138000"), "子女")
            : null,
        new Places(view.collectingCentre(), view.homeCentre()),
        List.of(new Material("M1", "租赁合同", "3", 4)),
        List.of(),
        COLLECTED,
        COLLECTED,
        longName ? List.of("/applicant/name: U+00B7 for U+2022") : List.of(),
        new Envelope("m", view.sender(), view.senderMessageId(), "d", null, view.traceparent()));
  }

  static List<DeliveryView> deliveries(CaseNumber number) {
    if (number.equals(PARKED)) {
      return List.of(
          delivery(
              number,
              1,
              "human-resources",
              DeliveryKind.APPLY,
              DeliveryState.PARKED,
              "HUB-9006",
              StoredText.of(
                  "/case/form/lastEmployer is 118 bytes in GB18030, their field holds 100"),
              0,
              false),
          delivery(
              number,
              2,
              "human-resources",
              DeliveryKind.WITHDRAW,
              DeliveryState.BEHIND,
              null,
              StoredText.of(MessageKey.BEHIND.with(number + "/1")),
              0,
              false));
    }
    if (number.equals(DOUBTFUL)) {
      return List.of(
          delivery(
              number,
              1,
              "human-resources",
              DeliveryKind.APPLY,
              DeliveryState.UNCONFIRMED,
              "HUB-4011",
              StoredText.of("no answer came after the request had left"),
              6,
              true));
    }
    if (number.equals(FRESH)) {
      return List.of();
    }
    return List.of(
        delivery(
            number,
            1,
            "housing",
            DeliveryKind.APPLY,
            DeliveryState.ANSWERED,
            null,
            null,
            2,
            false));
  }

  static List<DeliveryView> inState(DeliveryState state) {
    return cases().stream()
        .flatMap(view -> deliveries(view.number()).stream())
        .filter(delivery -> delivery.state() == state)
        .toList();
  }

  private static DeliveryView delivery(
      CaseNumber number,
      int sequence,
      String backEnd,
      DeliveryKind kind,
      DeliveryState state,
      String code,
      StoredText reason,
      int attempts,
      boolean doubtful) {
    return new DeliveryView(
        new DeliveryId(number, sequence),
        backEnd,
        kind,
        state,
        reason,
        code,
        attempts,
        null,
        doubtful,
        state == DeliveryState.ANSWERED ? "ZF20180000012" : null,
        WALL,
        WALL.plusSeconds(9));
  }

  private static CaseView view(
      CaseNumber number,
      String item,
      CaseState state,
      String outcome,
      String reason,
      String backEnd) {
    boolean fresh = number.equals(FRESH);
    return new CaseView(
        number,
        item,
        state,
        outcome,
        reason,
        backEnd,
        "centre-" + CENTRE,
        "window-3-0000000482",
        CENTRE,
        OTHER_CENTRE,
        COLLECTED.toInstant(),
        COLLECTED.plusSeconds(fresh ? 86_400 : 2).toInstant(),
        fresh,
        fresh ? null : LocalDate.parse("2018-07-30"),
        WALL.plusSeconds(9),
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  private static CaseNumber number(int serial) {
    return new CaseNumber("310101-20180702-%06d".formatted(serial));
  }
}
