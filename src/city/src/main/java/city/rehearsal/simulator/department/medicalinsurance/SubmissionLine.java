package city.rehearsal.simulator.department.medicalinsurance;

import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.protocol.Submission;
import city.rehearsal.simulator.protocol.sftp.FileException;
import java.util.Optional;
import java.util.Set;

/**
 * A line of a caller's file: an application, or the withdrawal of one.
 *
 * @param business YD01, CB01, JS01, ZY01, or CX01 for a withdrawal
 * @param original the delivery id that is withdrawn; empty in an application
 */
record SubmissionLine(
    String business,
    String deliveryId,
    String caseNo,
    String name,
    String papers,
    String idNumber,
    String time,
    String detail1,
    String detail2,
    String original,
    String reason) {
  private static final String WITHDRAWAL = "CX01";
  private static final Set<String> BUSINESSES = Set.of("YD01", "CB01", "JS01", "ZY01");

  static SubmissionLine read(FixedWidth line) throws FileException {
    String kind = line.text(0, 1);
    return switch (kind) {
      case "A" -> application(line);
      case "C" -> withdrawal(line);
      default -> throw new FileException("03", "行类型应为A或C");
    };
  }

  Submission submission() {
    if (business.equals(WITHDRAWAL)) {
      return new Submission.Withdrawal(deliveryId, caseNo, original, reason);
    }
    return new Submission.Application(
        new Message(deliveryId, caseNo, Message.Kind.APPLY, name, idNumber, business),
        Rules.decide(this));
  }

  private static SubmissionLine application(FixedWidth line) throws FileException {
    String business = line.needed(1, 4, "业务类型");
    if (!BUSINESSES.contains(business)) {
      throw new FileException("03", "业务类型不在代码表内");
    }
    String name = line.needed(77, 50, "AAC003");
    Optional<String> flaw = Text.flawInName(name);
    if (flaw.isPresent()) {
      throw new FileException("03", flaw.get());
    }
    if (!line.needed(165, 11, "SLJG").matches("\\d{11}")) {
      throw new FileException("03", "SLJG应为11位机构编码");
    }
    return new SubmissionLine(
        business,
        line.needed(5, 40, "报文号"),
        line.needed(45, 32, "办件号"),
        name,
        line.needed(127, 2, "AAC058"),
        line.needed(129, 20, "AAC002"),
        line.needed(176, 14, "SQSJ"),
        line.needed(190, 60, "明细一"),
        line.needed(250, 20, "明细二"),
        "",
        "");
  }

  private static SubmissionLine withdrawal(FixedWidth line) throws FileException {
    if (!line.needed(1, 4, "业务类型").equals(WITHDRAWAL)) {
      throw new FileException("03", "撤回行的业务类型应为CX01");
    }
    return new SubmissionLine(
        WITHDRAWAL,
        line.needed(5, 40, "报文号"),
        line.needed(45, 32, "办件号"),
        "",
        "",
        "",
        "",
        "",
        "",
        line.needed(77, 40, "原报文号"),
        line.text(117, 153));
  }
}
