package city.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The steps of a case as a text table, one line per step. */
final class Timeline {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter BUSINESS =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final Map<String, String> STAGES =
      Map.of(
          "intake", "收件",
          "case", "办件",
          "routing", "路由",
          "delivery", "投递",
          "query", "查询",
          "result", "结果",
          "notice", "通知");

  private Timeline() {}

  static void print(JsonNode about, JsonNode stops) {
    System.out.println(head(about));
    TextTable table = new TextTable("time", "business", "stage", "event", "partner", "what");
    stops.forEach(stop -> table.add(row(stop)));
    table.print();
    stops.forEach(Timeline::problem);
  }

  private static String head(JsonNode about) {
    List<String> words = new ArrayList<>();
    for (String field :
        new String[] {"caseNumber", "queryNumber", "item", "state", "outcome", "reason", "code"}) {
      if (about.hasNonNull(field)) {
        words.add(about.path(field).asText());
      }
    }
    words.add("collected at " + about.path("collectingCentre").asText());
    if (about.hasNonNull("deadline")) {
      words.add("due " + about.path("deadline").asText());
    }
    return String.join(" · ", words);
  }

  private static String[] row(JsonNode stop) {
    return new String[] {
      WALL.format(time(stop, "at")),
      BUSINESS.format(time(stop, "businessAt")),
      stage(stop.path("stage").asText()),
      stop.path("event").asText(),
      stop.path("partner").asText(""),
      what(stop)
    };
  }

  private static String stage(String stage) {
    return (STAGES.getOrDefault(stage, "") + " " + stage).strip();
  }

  /** Delivery, duration of the call, payload sizes, detail and error code. */
  private static String what(JsonNode stop) {
    Stream<String> parts =
        Stream.of(
            stop.path("delivery").asText("").replaceFirst("^.*/", "/"),
            delay(stop.path("call")),
            size("in", stop.path("in")),
            size("out", stop.path("out")),
            stop.path("detail").asText(""),
            stop.path("problem").path("code").asText(""));
    return String.join("  ", parts.filter(part -> !part.isEmpty()).toList());
  }

  private static String delay(JsonNode call) {
    if (!call.hasNonNull("requestOut") || !call.hasNonNull("answerIn")) {
      return "";
    }
    Duration theirs = Duration.between(time(call, "requestOut"), time(call, "answerIn"));
    return "call took " + theirs.toMillis() + " ms";
  }

  private static String size(String way, JsonNode payload) {
    return payload.hasNonNull("size") ? way + " " + payload.path("size").asText() + " B" : "";
  }

  private static void problem(JsonNode stop) {
    JsonNode problem = stop.path("problem");
    if (problem.isObject()) {
      System.out.printf("%n%s %s%n", problem.path("code").asText(), problem.path("what").asText());
      for (String field : new String[] {"why", "fix", "at"}) {
        if (problem.hasNonNull(field)) {
          System.out.println("  " + field + ": " + problem.path(field).asText());
        }
      }
    }
  }

  private static OffsetDateTime time(JsonNode node, String field) {
    return OffsetDateTime.parse(node.path(field).asText());
  }
}
