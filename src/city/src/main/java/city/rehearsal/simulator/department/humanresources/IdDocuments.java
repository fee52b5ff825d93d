package city.rehearsal.simulator.department.humanresources;

import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import java.time.LocalDate;

/** Checks that an identity document agrees with its number and was in use on that day. */
final class IdDocuments {
  private static final String EMPLOYMENT_PERMIT = "14";
  // Ministry of Human Resources, notice 53 of 2018
  private static final LocalDate EMPLOYMENT_PERMIT_ENDED = LocalDate.of(2019, 1, 1);

  private IdDocuments() {}

  static void check(RootMessage message) throws FormatException {
    String number = message.required("AAC002");
    switch (message.required("AAC058")) {
      case "01" -> must(Formats.CITIZEN.test(number), "AAC002校验位或日期错误");
      case "04" -> must(number.startsWith("H"), "AAC058与证件号码不符");
      case "05" -> must(number.startsWith("M"), "AAC058与证件号码不符");
      default -> {} // the numbers of other documents have no check
    }
    if (EMPLOYMENT_PERMIT.equals(message.body().get("GZZJLX"))) {
      LocalDate day = Formats.dayOfTime(message.required("SQSJ"));
      must(day.isBefore(EMPLOYMENT_PERMIT_ENDED), "GZZJLX已停止使用");
    }
  }

  private static void must(boolean holds, String sentence) throws FormatException {
    if (!holds) {
      throw new FormatException(sentence);
    }
  }
}
