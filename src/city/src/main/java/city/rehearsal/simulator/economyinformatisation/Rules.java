package city.rehearsal.simulator.economyinformatisation;

import city.rehearsal.simulator.office.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bureau makes of an application. */
final class Rules {
  private static final Set<String> BANKS = Set.of("工商银行", "建设银行", "农业银行", "上海银行", "邮储银行");

  /** A verdict and, for a no, its reason. */
  record Ruling(Verdict verdict, @Nullable String reason) {
    private static final Ruling YES = new Ruling(Verdict.APPROVED, null);
  }

  private Rules() {}

  static Ruling on(String item, Form content) throws FormError {
    Ruling ruling =
        switch (item) {
          case "SBK" -> card(content.text("zphz", "\\d{12}"), content.text("kkyh", ".{1,20}"));
          case "SMRZ" -> account(content.text("zh", ".{1,64}"), content.text("jb", "[123]"));
          default -> {
            content.text("sx", ".{1,60}");
            yield Ruling.YES;
          }
        };
    content.nothingElse();
    return ruling;
  }

  /** The receipt of a photograph that was turned down begins with a nine. */
  private static Ruling card(String photograph, String bank) {
    if (photograph.startsWith("9")) {
      return new Ruling(Verdict.NOT_ACCEPTED, "照片不符合制卡要求");
    }
    return BANKS.contains(bank) ? Ruling.YES : new Ruling(Verdict.REJECTED, "该银行不发行社会保障卡");
  }

  private static Ruling account(String account, String level) {
    return level.equals("3") && !account.contains("@")
        ? new Ruling(Verdict.REJECTED, "三级认证须绑定邮箱账号")
        : Ruling.YES;
  }
}
