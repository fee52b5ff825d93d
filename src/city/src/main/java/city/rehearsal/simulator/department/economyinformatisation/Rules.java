package city.rehearsal.simulator.department.economyinformatisation;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.JsonForm;
import java.util.Set;

/** What the bureau decides about an application. */
final class Rules {
  private static final Set<String> BANKS = Set.of("工商银行", "建设银行", "农业银行", "上海银行", "邮储银行");

  private Rules() {}

  static Decision decide(String item, JsonForm content) throws FormatException {
    Decision decision =
        switch (item) {
          case "SBK" ->
              card(content.matching("zphz", "\\d{12}"), content.matching("kkyh", ".{1,20}"));
          case "SMRZ" ->
              account(content.matching("zh", ".{1,64}"), content.matching("jb", "[123]"));
          default -> {
            content.matching("sx", ".{1,60}");
            yield Decision.approved();
          }
        };
    content.nothingElse();
    return decision;
  }

  /** The receipt of a photograph that was refused begins with 9. */
  private static Decision card(String photograph, String bank) {
    if (photograph.startsWith("9")) {
      return Decision.notAccepted("照片不符合制卡要求");
    }
    return BANKS.contains(bank) ? Decision.approved() : Decision.rejected("该银行不发行社会保障卡");
  }

  private static Decision account(String account, String level) {
    return level.equals("3") && !account.contains("@")
        ? Decision.rejected("三级认证须绑定邮箱账号")
        : Decision.approved();
  }
}
