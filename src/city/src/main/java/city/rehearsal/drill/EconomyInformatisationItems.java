package city.rehearsal.drill;

import city.rehearsal.drill.Service.People;
import java.util.List;
import java.util.Map;

/** What economy and informatisation is asked for. */
final class EconomyInformatisationItems {
  static final List<Service> ALL =
      List.of(
          new Service(
              "JX9001",
              "economy-informatisation",
              "SBK",
              5,
              List.of(Ending.APPROVED, Ending.REJECTED, Ending.NOT_ACCEPTED),
              People.ADULTS,
              EconomyInformatisationItems::card),
          new Service(
              "JX9002",
              "economy-informatisation",
              "SMRZ",
              4,
              List.of(Ending.APPROVED, Ending.REJECTED),
              People.ADULTS,
              EconomyInformatisationItems::account),
          new Service(
              "JX9003",
              "economy-informatisation",
              "HC03",
              3,
              List.of(Ending.APPROVED),
              People.ADULTS,
              EconomyInformatisationItems::matter));

  private EconomyInformatisationItems() {}

  private static Map<String, String> card(Ending ending, Dice dice) {
    // a photograph that was turned down has a receipt that begins with a nine
    String photograph = (ending == Ending.NOT_ACCEPTED ? "9" : "1") + dice.digits(11);
    String bank = ending == Ending.REJECTED ? "村镇银行" : dice.oneOf(List.of("工商银行", "建设银行", "邮储银行"));
    return Map.of("photograph", photograph, "bank", bank);
  }

  private static Map<String, String> account(Ending ending, Dice dice) {
    String account = "citizen" + dice.digits(6);
    return ending == Ending.REJECTED
        ? Map.of("account", account, "level", "3")
        : Map.of("account", account + "@example.org", "level", String.valueOf(dice.between(1, 4)));
  }

  private static Map<String, String> matter(Ending ending, Dice dice) {
    return Map.of("matter", dice.oneOf(List.of("企业信息咨询", "数字证书补办", "𠮷祥软件登记")));
  }
}
