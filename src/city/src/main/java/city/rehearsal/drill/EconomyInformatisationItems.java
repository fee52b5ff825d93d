package city.rehearsal.drill;

import city.rehearsal.drill.ItemProfile.People;
import java.util.List;
import java.util.Map;

/** Items of economy and informatisation that the drill applies for. */
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

  private static Map<String, String> card(CaseOutcome ending, SeededRandom random) {
    // a photograph that was turned down has a receipt that begins with a nine
    String photograph = (ending == CaseOutcome.NOT_ACCEPTED ? "9" : "1") + random.digits(11);
    String bank =
        ending == CaseOutcome.REJECTED ? "村镇银行" : random.oneOf(List.of("工商银行", "建设银行", "邮储银行"));
    return Map.of("photograph", photograph, "bank", bank);
  }

  private static Map<String, String> account(CaseOutcome ending, SeededRandom random) {
    String account = "citizen" + random.digits(6);
    return ending == CaseOutcome.REJECTED
        ? Map.of("account", account, "level", "3")
        : Map.of(
            "account", account + "@example.org", "level", String.valueOf(random.between(1, 4)));
  }

  private static Map<String, String> matter(CaseOutcome ending, SeededRandom random) {
    return Map.of("matter", random.oneOf(List.of("企业信息咨询", "数字证书补办", "𠮷祥软件登记")));
  }
}
