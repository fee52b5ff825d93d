package city.rehearsal.simulator.department.publicsecurity;

import java.util.LinkedHashMap;
import java.util.Map;

/** Documents as the hub sends them, correct unless a test changes them. */
final class Applying {
  static final String CASE = "310101-20180702-000001";
  static final String CARD = "310104000018";

  private Applying() {}

  static Map<String, String> loss() {
    Map<String, String> fields = common("0101");
    fields.put("JZZBH", CARD);
    fields.put("DSRQ", "20180630");
    return fields;
  }

  static Map<String, String> issue() {
    Map<String, String> fields = common("0201");
    fields.put("JZDZ", "上海市黄浦区南京东路1号");
    fields.put("DJRQ", "20171201");
    fields.put("SBYS", "8");
    return fields;
  }

  static Map<String, String> registration() {
    Map<String, String> fields = common("0301");
    fields.put("JZDZ", "上海市黄浦区南京东路1号");
    fields.put("RZRQ", "20180501");
    fields.put("JZSY", "3");
    return fields;
  }

  private static Map<String, String> common(String business) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("QQBH", CASE + "/1");
    fields.put("AJBH", CASE);
    fields.put("YWLX", business);
    fields.put("XM", "王小明");
    fields.put("GMSFHM", "11010519491231002X");
    fields.put("SLDW", "31010100201");
    fields.put("SQSJ", "20180702084110");
    return fields;
  }

  static String document(String kind, Map<String, String> fields) {
    StringBuilder xml = new StringBuilder("<" + kind + " xmlns=\"urn:gat:rkgl:v1\">");
    fields.forEach((name, text) -> xml.append("<%s>%s</%s>".formatted(name, text, name)));
    return xml.append("</").append(kind).append(">").toString();
  }

  static String between(String answer, String tag) {
    int from = answer.indexOf("<" + tag + ">");
    return from < 0
        ? ""
        : answer.substring(from + tag.length() + 2, answer.indexOf("</" + tag + ">"));
  }
}
