package city.tongban.kit.scaffold;

import city.tongban.kit.source.MessageField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that a stylesheet reads from a case's form, each with a valid value. */
final class FormFields {
  /** Chinese and pinyin names of fields that occur in the forms of every city. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("地址", "address"),
          Map.entry("联系地址", "address"),
          Map.entry("住址", "address"),
          Map.entry("居住地址", "address"),
          Map.entry("DZ", "address"),
          Map.entry("JTZZ", "address"),
          Map.entry("LXDZ", "address"),
          Map.entry("XXDZ", "address"),
          Map.entry("金额", "amount"),
          Map.entry("JE", "amount"),
          Map.entry("开户银行", "bank"),
          Map.entry("银行卡号", "bankCard"),
          Map.entry("YHKH", "bankCard"),
          Map.entry("开始日期", "from"),
          Map.entry("结束日期", "to"),
          Map.entry("备注", "remark"),
          Map.entry("BZ", "remark"));

  private static final Pattern BREAK = Pattern.compile("[^A-Za-z0-9]+(\\w?)");
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Our name for a field of the department; each field gets a unique one. */
  String field(MessageField theirs) {
    String wanted = named(theirs.name());
    String name = wanted;
    for (int i = 2; values.containsKey(name); i++) {
      name = wanted + i;
    }
    values.put(name, FieldValues.sample(theirs));
    return name;
  }

  Map<String, String> values() {
    return values;
  }

  private String named(String theirs) {
    String known = KNOWN.get(theirs.toUpperCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    Matcher parts = BREAK.matcher(theirs);
    String joined = parts.replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    boolean shouted = joined.equals(joined.toUpperCase(Locale.ROOT));
    String plain =
        joined.isEmpty()
            ? ""
            : shouted
                ? joined.toLowerCase(Locale.ROOT)
                : joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    boolean fits = plain.matches("[a-z][A-Za-z0-9]*");
    String name = fits ? plain : "field" + (values.size() + 1);
    return name.substring(0, Math.min(name.length(), 36));
  }
}
