package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The forms that the text of a field can have. */
@SuppressWarnings("ImmutableEnumChecker") // predicates without state
enum Form {
  TEXT(text -> text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl)),
  NAME(text -> Text.flawInName(text).isEmpty()),
  CITIZEN(number -> CitizenNumber.birth(number).isPresent()),
  PAPERS(matching("414|511|516|553")),
  NUMBER_OF_PAPERS(matching("[0-9A-Z()]{5,20}")),
  PHONE(matching("\\+?[0-9][0-9-]{4,18}")),
  CENTRE(matching("\\d{11}")),
  CARD(matching("\\d{12}")),
  MONTHS(matching("\\d{1,3}")),
  LIVING_REASON(matching("[1-4]")),
  DAY(Form::isDay),
  TIME(Form::isTime);

  private static final DateTimeFormatter DAYS = strict("uuuuMMdd");
  private static final DateTimeFormatter TIMES = strict("uuuuMMddHHmmss");

  private final Predicate<String> shape;

  Form(Predicate<String> shape) {
    this.shape = shape;
  }

  boolean fits(String text) {
    return shape.test(text);
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text, DAYS);
  }

  static LocalDate dayOf(String time) {
    return LocalDateTime.parse(time, TIMES).toLocalDate();
  }

  static String written(LocalDateTime time) {
    return TIMES.format(time);
  }

  private static boolean isDay(String text) {
    try {
      return day(text).getYear() > 1900;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      return dayOf(text).getYear() > 1900;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
