package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** What economy and informatisation is asked for. */
final class EconomyInformatisationItems {
  static final List<ItemProfile> ALL =
      List.of(
          new ItemProfile(
              "JX9001",
              "economy-informatisation",
              "SBK",
              5,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED, CaseOutcome.NOT_ACCEPTED),
              People.ADULTS,
              EconomyInformatisationItems::card),
          new ItemProfile(
              "JX9002",
              "economy-informatisation",
              "SMRZ",
              4,
              List.of(CaseOutcome.APPROVED, CaseOutcome.REJECTED),
              People.ADULTS,
              EconomyInformatisationItems::account),
          new ItemProfile(
              "JX9003",
              "economy-informatisation",
              "HC03",
              3,
              List.of(CaseOutcome.APPROVED),
              People.ADULTS,
              EconomyInformatisationItems::matter));

  private EconomyInformatisationItems() {}

  private static Map<String, String> card(CaseOutcome ending, SeededRandom dice) {
    // a photograph that was turned down has a receipt that begins with a nine
    String photograph = (ending == CaseOutcome.NOT_ACCEPTED ? "9" : "1") + dice.digits(11);
    String bank =
        ending == CaseOutcome.REJECTED ? "村镇银行" : dice.oneOf(List.of("工商银行", "建设银行", "邮储银行"));
    return Map.of("photograph", photograph, "bank", bank);
  }

  private static Map<String, String> account(CaseOutcome ending, SeededRandom dice) {
    String account = "citizen" + dice.digits(6);
    return ending == CaseOutcome.REJECTED
        ? Map.of("account", account, "level", "3")
        : Map.of("account", account + "@example.org", "level", String.valueOf(dice.between(1, 4)));
  }

  private static Map<String, String> matter(CaseOutcome ending, SeededRandom dice) {
    return Map.of("matter", dice.oneOf(List.of("企业信息咨询", "数字证书补办", "𠮷祥软件登记")));
  }
}
