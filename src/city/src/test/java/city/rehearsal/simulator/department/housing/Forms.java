package city.rehearsal.simulator.department.housing;

import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.DecisionPlan;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Filing forms, and case numbers that are decided at once or later. */
final class Forms {
  static final String CASE = "310101-20180702-000001";
  private static final Iterator<String> NUMBERS =
      IntStream.iterate(1, i -> i + 1).mapToObj(Forms::number).iterator();

  private Forms() {}

  private static String number(int serial) {
    return "310101-20180702-%06d".formatted(serial);
  }

  /** A case that is decided at once, and quickly. */
  static String atOnce() {
    return pick(
        plan -> plan.decideAt() != null && plan.decideAt().isBefore(Instant.EPOCH.plusMillis(400)));
  }

  /** A case that waits for the business clock. */
  static String later() {
    return pick(plan -> plan.decideOn() != null);
  }

  static Duration waits(String caseNo) {
    return Duration.between(Instant.EPOCH, plan(caseNo).decideOn());
  }

  private static synchronized String pick(Predicate<DecisionPlan> which) {
    String number = NUMBERS.next();
    while (!which.test(plan(number))) {
      number = NUMBERS.next();
    }
    return number;
  }

  private static DecisionPlan plan(String caseNo) {
    return Housing.PACING.plan(caseNo, Decision.approved(), Instant.EPOCH, Instant.EPOCH);
  }

  static ObjectNode lease(String caseNo) {
    ObjectNode form = common(caseNo, "ZF01");
    form.putObject("zl")
        .put("dz", "南京东路100号")
        .put("yzj", 5200)
        .put("qsrq", "20180801")
        .put("zzrq", "20190731")
        .put("czrxm", "李雷");
    return form;
  }

  static ObjectNode security(String caseNo) {
    ObjectNode form = common(caseNo, "BZ01");
    form.putObject("bz").put("rks", 3).put("nsr", 60000).put("jzmj", 30);
    return form;
  }

  private static ObjectNode common(String caseNo, String business) {
    ObjectNode form =
        Departments.JSON
            .createObjectNode()
            .put("deliveryId", caseNo + "/1")
            .put("caseNo", caseNo)
            .put("ywlx", business)
            .put("sqrq", "20180702")
            .put("sldw", "31010100201");
    form.putObject("sqr").put("xm", "王小明").put("zjlx", "01").put("zjhm", "11010519491231002X");
    form.putArray("cl").addObject().put("bh", "M1").put("mc", "租赁合同").put("ly", "3");
    return form;
  }

  static String withdrawal(String caseNo) {
    return Departments.JSON
        .createObjectNode()
        .put("deliveryId", caseNo + "/2")
        .put("caseNo", caseNo)
        .put("originalDeliveryId", caseNo + "/1")
        .put("yy", "不租了")
        .toString();
  }
}
