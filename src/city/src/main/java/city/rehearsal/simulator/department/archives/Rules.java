package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import java.time.LocalDate;

/** What the archives ask for each kind of files, and what they hold: interface 1.4, appendix A. */
final class Rules {
  private static final int MARRIAGES_SINCE = 1950;
  private static final LocalDate ONE_CHILD_SINCE = LocalDate.of(1979, 1, 1);
  private static final LocalDate ONE_CHILD_UNTIL = LocalDate.of(2015, 12, 31);
  private static final int INJURIES_SINCE = 2004; // Regulation on Work-Related Injury Insurance
  private static final int SCHOOLS_SINCE = 1949;

  private Rules() {}

  static Decision decide(String collection, XmlFields conditions, LocalDate applied)
      throws FormatException {
    return switch (collection) {
      case "HYDJ" -> marriage(conditions, applied);
      case "DSZN" -> onlyChild(conditions, applied);
      case "GSRD" -> injury(conditions, applied);
      default -> school(conditions, applied);
    };
  }

  private static Decision marriage(XmlFields conditions, LocalDate applied) throws FormatException {
    conditions.text("POXM", 90);
    int year = conditions.year("DJND");
    String registrar = conditions.text("DJJG", 150);
    if (year > applied.getYear()) {
      return Decision.notAccepted("登记年度晚于申请日期");
    }
    if (year < MARRIAGES_SINCE) {
      return nothingFound("馆藏婚姻登记档案始于1950年");
    }
    return registrar.startsWith("上海市") ? Decision.approved() : nothingFound("登记机关不在本市");
  }

  private static Decision onlyChild(XmlFields conditions, LocalDate applied)
      throws FormatException {
    conditions.text("ZNXM", 90);
    LocalDate born = conditions.day("ZNCSRQ");
    if (born.isAfter(applied)) {
      return Decision.notAccepted("子女出生日期晚于申请日期");
    }
    return born.isBefore(ONE_CHILD_SINCE) || born.isAfter(ONE_CHILD_UNTIL)
        ? nothingFound("独生子女证核发于1979年至2015年")
        : Decision.approved();
  }

  private static Decision injury(XmlFields conditions, LocalDate applied) throws FormatException {
    conditions.text("DWMC", 150);
    int year = conditions.year("RDND");
    if (year > applied.getYear()) {
      return Decision.notAccepted("认定年度晚于申请日期");
    }
    return year < INJURIES_SINCE ? nothingFound("馆藏工伤认定档案始于2004年") : Decision.approved();
  }

  private static Decision school(XmlFields conditions, LocalDate applied) throws FormatException {
    String school = conditions.text("XXMC", 150);
    int year = conditions.year("BYND");
    if (school.endsWith("大学") || year > applied.getYear()) {
      return Decision.notAccepted("高等学校及在读学生的学籍档案由学校保管");
    }
    return year < SCHOOLS_SINCE ? nothingFound("馆藏学籍档案始于1949年") : Decision.approved();
  }

  private static Decision nothingFound(String why) {
    return Decision.rejected("查无此档:" + why);
  }
}
