package city.rehearsal.drill;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/** What the grain bureau is asked for. */
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

  /**
   * Their code page has 䶮 among its private characters; who has a rarer name is parked, as must be.
   */
  private static Resident writable(CaseOutcome ending, SeededRandom dice) {
    Resident resident = Resident.adult(dice);
    while (!THEIRS.newEncoder().canEncode(resident.name().replace("䶮", ""))) {
      resident = Resident.adult(dice);
    }
    return resident;
  }

  private static Map<String, String> card(CaseOutcome ending, SeededRandom dice) {
    // a comma wants quotes in a sheet; only cards of UnionPay begin with 62
    String bank =
        ending == CaseOutcome.REJECTED
            ? "䶮山信用社"
            : dice.oneOf(List.of("工商银行,卢湾支行", "上海农商银行", "农业银行\"徐汇\"支行"));
    String begin = ending == CaseOutcome.NOT_ACCEPTED ? "95" : "62";
    return Map.of("bank", bank, "bankCard", begin + dice.digits(17));
  }

  private static Map<String, String> quota(CaseOutcome ending, SeededRandom dice) {
    int kilograms = ending == CaseOutcome.REJECTED ? dice.between(51, 900) : dice.between(1, 51);
    // some of it reads like a formula, and must not become one
    String store = dice.oneOf(List.of("第", "=第", "'第", "-第")) + dice.between(1, 40) + "粮店";
    return Map.of("store", store, "kilograms", String.valueOf(kilograms));
  }

  private static Map<String, String> visit(CaseOutcome ending, SeededRandom dice) {
    String day = ending == CaseOutcome.NOT_ACCEPTED ? "2018-05-0" : "2018-12-0";
    return Map.of("store", "第" + dice.between(1, 40) + "粮店", "visitOn", day + dice.between(1, 10));
  }
}
