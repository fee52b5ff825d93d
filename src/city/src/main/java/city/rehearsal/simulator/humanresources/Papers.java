package city.rehearsal.simulator.humanresources;

import java.time.LocalDate;

/** Whether the papers of an application agree with their numbers and were in use on its day. */
final class Papers {
  private static final String EMPLOYMENT_PERMIT = "14";
  // Ministry of Human Resources, notice 53 of 2018
  private static final LocalDate EMPLOYMENT_PERMIT_ENDED = LocalDate.of(2019, 1, 1);

  private Papers() {}

  static void check(RootMessage message) throws FieldError {
    String number = message.required("AAC002");
    switch (message.required("AAC058")) {
      case "01" -> must(Form.isResident(number), "AAC002", "校验位或日期错误");
      case "04" -> must(number.startsWith("H"), "AAC058", "与证件号码不符");
      case "05" -> must(number.startsWith("M"), "AAC058", "与证件号码不符");
      default -> {} // their numbers say nothing
    }
    if (EMPLOYMENT_PERMIT.equals(message.field("GZZJLX"))) {
      LocalDate day = Form.time(message.required("SQSJ")).toLocalDate();
      must(day.isBefore(EMPLOYMENT_PERMIT_ENDED), "GZZJLX", "已停止使用");
    }
  }

  private static void must(boolean holds, String field, String why) throws FieldError {
    if (!holds) {
      throw new FieldError(field, why);
    }
  }
}
