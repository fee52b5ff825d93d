package city.rehearsal.simulator.department.disabledfederation;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the federation decides about an application. The last two places of a disability card say
 * what a person cannot do (1 sees, 2 hears, 3 speaks …) and how far (1 most to 4 least).
 */
final class Rules {
  private static final BigDecimal INCOME_PER_HEAD_MAX = new BigDecimal("2140");
  private static final int LEAST = 4;
  private static final int SEVERE = 2;

  private Rules() {}

  static Decision decide(Interface called, Fields fields) {
    String card = fields.required("CJZH");
    int kind = card.charAt(18) - '0';
    int degree = card.charAt(19) - '0';
    if (kind < 1 || kind > 7 || degree < 1 || degree > LEAST) {
      return Decision.notAccepted("残疾人证号无效");
    }
    return switch (called) {
      case JTBT -> rejectedIf(degree == LEAST, "四级残疾不在交通补贴范围");
      case SHBT -> rejectedIf(perHead(fields).compareTo(INCOME_PER_HEAD_MAX) > 0, "家庭人均收入超过标准");
      case HLBT -> rejectedIf(degree > SEVERE, "不属于重度残疾");
      case XXTC -> kind == 2 || kind == 3 ? Decision.approved() : Decision.notAccepted("非听力、言语残疾");
      case CXSQ -> throw new IllegalArgumentException("a withdrawal is not an application");
    };
  }

  private static BigDecimal perHead(Fields fields) {
    return new BigDecimal(fields.required("YSR"))
        .divide(new BigDecimal(fields.required("JTRS")), 2, RoundingMode.HALF_UP);
  }

  private static Decision rejectedIf(boolean no, String reason) {
    return no ? Decision.rejected(reason) : Decision.approved();
  }
}
