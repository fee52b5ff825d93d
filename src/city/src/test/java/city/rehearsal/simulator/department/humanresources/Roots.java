package city.rehearsal.simulator.department.humanresources;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** ROOT documents by transaction, and the text between two tags of an answer. */
final class Roots {
  static final String CASE = "310101-20180702-000001";

  private Roots() {}

  static Map<String, String> body(String transcode) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("CASENO", CASE);
    body.put("AAC003", "王小明");
    body.put("AAC058", "01");
    body.put("AAC002", "11010519491231002X");
    body.put("SLJG", "31010100201");
    body.put("SQSJ", "20180702083000");
    switch (transcode) {
      case "RS0110" -> {
        body.put("AAC161", "上海第一纺织厂");
        body.put("AAE140", "20180630");
      }
      case "RS0112" -> {
        body.put("AAE201", "24");
        body.put("AAE010", "6222021001112223334");
      }
      default -> body.put("ACA111", "网约车驾驶员");
    }
    return body;
  }

  static String root(String transcode, String msgId, Map<String, String> body) {
    String fields =
        body.entrySet().stream()
            .map(field -> "<%1$s>%2$s</%1$s>".formatted(field.getKey(), field.getValue()))
            .collect(Collectors.joining());
    return """
    <?xml version="1.0" encoding="GB18030"?>
    <ROOT><HEAD><TRANSCODE>%s</TRANSCODE><MSGID>%s</MSGID><SENDTIME>20180702083001</SENDTIME></HEAD>\
    <BODY>%s</BODY></ROOT>\
    """
        .formatted(transcode, msgId, fields);
  }

  static String application(String transcode) {
    return root(transcode, CASE + "/1", body(transcode));
  }

  static String ask(String msgId) {
    return root("Q001", "ask-1", Map.of("YMSGID", msgId));
  }

  static String between(String answer, String tag) {
    int from = answer.indexOf("<" + tag + ">") + tag.length() + 2;
    int to = answer.indexOf("</" + tag + ">");
    return to < 0 ? "" : answer.substring(from, to);
  }
}
