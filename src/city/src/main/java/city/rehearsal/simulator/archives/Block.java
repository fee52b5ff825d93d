package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** One element with its fields: each is asked for by name, and none may be left over. */
final class Block {
  private static final Pattern PAPERS = Pattern.compile("SFZ|GAT|TWT|YJZ|HZ");
  private static final Pattern OTHER_PAPER = Pattern.compile("[0-9A-Z()]{5,20}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9-]{4,18}");
  private static final Pattern YEAR = Pattern.compile("(18|19|20)\\d{2}");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final String name;
  private final Map<String, Element> fields = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  Block(Element element) throws FormatException {
    name = element.getLocalName();
    if (!Xml.NAMESPACE.equals(element.getNamespaceURI())) {
      throw new FormatException(name + ": 命名空间错误");
    }
    for (Element field : Xml.children(element)) {
      if (fields.put(field.getLocalName(), field) != null) {
        throw wrong(field.getLocalName(), "重复");
      }
    }
  }

  String name() {
    return name;
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  Block part(String field) throws FormatException {
    read.add(field);
    Element element = fields.get(field);
    if (element == null) {
      throw wrong(field, "缺失");
    }
    return new Block(element);
  }

  /** The text of a field; their columns are measured in bytes. */
  String text(String field, int bytesMax) throws FormatException {
    read.add(field);
    Element element = fields.get(field);
    if (element == null || !Xml.NAMESPACE.equals(element.getNamespaceURI())) {
      throw wrong(field, "缺失");
    }
    String text = element.getTextContent();
    if (!Xml.children(element).isEmpty() || text.isBlank() || !text.equals(text.strip())) {
      throw wrong(field, "应为文本,首尾不得有空格");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > bytesMax) {
      throw wrong(field, "超过" + bytesMax + "字节");
    }
    return text;
  }

  String text(String field, Pattern shape) throws FormatException {
    String text = text(field, 64);
    if (!shape.matcher(text).matches()) {
      throw wrong(field, "格式不符");
    }
    return text;
  }

  int year(String field) throws FormatException {
    return Integer.parseInt(text(field, YEAR));
  }

  LocalDate day(String field) throws FormatException {
    try {
      return LocalDate.parse(text(field, 8), DAY);
    } catch (DateTimeException e) {
      throw wrong(field, "应为日期");
    }
  }

  LocalDate dayOf(String field) throws FormatException {
    try {
      return OffsetDateTime.parse(text(field, 32)).toLocalDate();
    } catch (DateTimeException e) {
      throw wrong(field, "应为时间");
    }
  }

  /** Somebody with papers; their number. */
  Person person(String field) throws FormatException {
    Block block = part(field);
    String person = block.text("XM", 90);
    if (Text.flawInName(person).isPresent()) {
      throw block.wrong("XM", "姓名含非法字符");
    }
    boolean resident = block.text("ZJLX", PAPERS).equals("SFZ");
    String number = block.text("ZJHM", OTHER_PAPER);
    if (resident && CitizenNumber.birth(number).isEmpty()) {
      throw block.wrong("ZJHM", "证件号码校验不通过");
    }
    if (block.has("LXDH")) {
      block.text("LXDH", PHONE);
    }
    block.nothingElse();
    return new Person(person, number);
  }

  /** Who asks. */
  record Person(String name, String papers) {}

  void nothingElse() throws FormatException {
    for (String field : fields.keySet()) {
      if (!read.contains(field)) {
        throw wrong(field, "不是接口中的字段");
      }
    }
  }

  FormatException wrong(String field, String sentence) {
    return new FormatException(name + "/" + field + ": " + sentence);
  }
}
