package city.rehearsal.drill;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** Items of the grain bureau that the drill applies for. */
final class GrainItems {
  private static final Charset THEIRS = Charset.forName("GBK");

  static final List<ItemProfile> ALL =
      List.of(
          new ItemProfile(
              "LS9001",
              "grain",
              "FS01",
              4,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              GrainItems::writable,
              GrainItems::card),
          new ItemProfile(
              "LS9002",
              "grain",
              "LP02",
              3,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              GrainItems::writable,
              GrainItems::quota),
          new ItemProfile(
              "LS9003",
              "grain",
              "LD03",
              3,
              List.of(CaseOutcome.APPROVED, CaseOutcome.NOT_ACCEPTED),
              GrainItems::writable,
              GrainItems::visit));

  private GrainItems() {}

  /** The bureau's code page has 䶮 among its private characters; a rarer name must be parked. */
  private static Resident writable(CaseOutcome ending, SeededRandom random) {
    Resident resident = Resident.adult(random);
    while (!THEIRS.newEncoder().canEncode(resident.name().replace("䶮", ""))) {
      resident = Resident.adult(random);
    }
    return resident;
  }

  private static Map<String, String> card(CaseOutcome ending, SeededRandom random) {
    // a comma must be quoted in CSV; only UnionPay cards begin with 62
    String bank =
        ending == CaseOutcome.REJECTED
            ? "䶮山信用社"
            : random.oneOf(List.of("工商银行,卢湾支行", "上海农商银行", "农业银行\"徐汇\"支行"));
    String begin = ending == CaseOutcome.NOT_ACCEPTED ? "95" : "62";
    return Map.of("bank", bank, "bankCard", begin + random.digits(17));
  }

  private static Map<String, String> quota(CaseOutcome ending, SeededRandom random) {
    int kilograms =
        ending == CaseOutcome.REJECTED ? random.between(51, 900) : random.between(1, 51);
    // text that looks like a formula must stay text
    String store = random.oneOf(List.of("第", "=第", "'第", "-第")) + random.between(1, 40) + "粮店";
    return Map.of("store", store, "kilograms", String.valueOf(kilograms));
  }

  private static Map<String, String> visit(CaseOutcome ending, SeededRandom random) {
    String day = ending == CaseOutcome.NOT_ACCEPTED ? "2018-05-0" : "2018-12-0";
    return Map.of(
        "store", "第" + random.between(1, 40) + "粮店", "visitOn", day + random.between(1, 10));
  }
}
