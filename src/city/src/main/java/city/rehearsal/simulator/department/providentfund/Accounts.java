package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.department.providentfund.Lookup.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The accounts. They are not stored but computed from the identity number; a number whose digits
 * add up to a 7 at the end has none. Field names are those of JGJ/T 320-2014.
 */
final class Accounts {
  private static final int FIRST_YEAR = 1991;
  private static final int AGE_MIN = 16;
  private static final List<String> EMPLOYERS =
      List.of("浦江机械有限公司", "申城第三中学", "黄浦江轮渡有限公司", "曹杨纺织厂", "䶮华电子技术有限公司");

  private final long random;
  private final String number;
  private final YearMonth first;
  private final BigDecimal base;
  private final int share;

  private Accounts(String idNumber) {
    CRC32 sum = new CRC32();
    sum.update(idNumber.getBytes(StandardCharsets.UTF_8));
    random = sum.getValue();
    number = String.format(Locale.ROOT, "3101%010d", random);
    first = YearMonth.of(2009 + (int) (random % 8), 1 + (int) (random / 8 % 12));
    base = BigDecimal.valueOf(300_000 + random / 96 % 1_800_000, 2);
    share = 5 + (int) (random / 7 % 3);
  }

  static Lookup find(DocumentFields question, LocalDate today) throws FundException {
    String idNumber = question.text("zjhm");
    int year = Integer.parseInt(question.text("nd", "\\d{4}"));
    Optional<LocalDate> birth = CitizenNumber.birth(idNumber);
    if (question.text("zjlx").equals("01") && birth.isEmpty()) {
      throw new FundException("1002", "字段zjhm有误");
    }
    if (birth.isPresent() && birth.get().plusYears(AGE_MIN).isAfter(today)) {
      return Lookup.none("1001", "未满十六周岁,不能查询");
    }
    if (year < FIRST_YEAR || year > today.getYear()) {
      return Lookup.none("1001", "查询年度超出范围");
    }
    if (idNumber.chars().filter(Character::isDigit).map(c -> c - '0').sum() % 10 == 7) {
      return Lookup.none("1404", "查无个人账户");
    }
    return new Accounts(idNumber).lookup(question.text("xingming"), year, YearMonth.from(today));
  }

  /** The account as it stands after the last month, and what was paid in the year asked for. */
  private Lookup lookup(String name, int year, YearMonth now) {
    YearMonth last = now.minusMonths(1);
    List<Part> parts = new ArrayList<>();
    Map<String, String> account = new LinkedHashMap<>();
    account.put("xingming", name);
    account.put("grzh", number);
    account.put("dwmc", EMPLOYERS.get((int) (random % EMPLOYERS.size())));
    account.put("khrq", first.atDay(1).toString());
    account.put("grzhzt", random % 11 == 0 ? "02" : "01");
    account.put("grjcjs", base.toPlainString());
    account.put("dwjcbl", String.valueOf(share));
    account.put("grjcbl", String.valueOf(share));
    account.put("yjce", monthly().toPlainString());
    account.put("jzny", last.format(DateTimeFormatter.ofPattern("uuuuMM")));
    account.put("grzhye", balance(last).toPlainString());
    parts.add(new Part("Acct", account));
    for (int month = 1; month <= 12; month++) {
      YearMonth paid = YearMonth.of(year, month);
      if (!paid.isBefore(first) && !paid.isAfter(last)) {
        parts.add(new Part("Ntry", entry(paid)));
      }
    }
    return Lookup.of("AcctRpt", parts);
  }

  private Map<String, String> entry(YearMonth paid) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("jzrq", paid.atDay(15).toString());
    entry.put("gjhtqywlx", "01");
    entry.put("fse", monthly().toPlainString());
    entry.put("yue", balance(paid).toPlainString());
    return entry;
  }

  /** What employer and employee pay together: whole yuan each. */
  private BigDecimal monthly() {
    BigDecimal each = base.multiply(BigDecimal.valueOf(share, 2)).setScale(0, RoundingMode.HALF_UP);
    return each.multiply(BigDecimal.valueOf(2)).setScale(2);
  }

  private BigDecimal balance(YearMonth month) {
    long months =
        (month.getYear() - first.getYear()) * 12L + month.getMonthValue() - first.getMonthValue();
    return monthly().multiply(BigDecimal.valueOf(months + 1));
  }
}
