package city.tongban.cli;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the story of one case or question, stop by stop. */
@Command(
    name = "trail",
    description = "Everything that happened to a case or a question, in order.",
    mixinStandardHelpOptions = true)
final class TrailCommand implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();

  @Parameters(
      paramLabel = "CASE",
      description = "the number on the receipt: 310104-20180702-000482")
  String number = "";

  @Option(names = "--json", description = "as the interface gives it")
  boolean json;

  @Override
  public Integer call() {
    HubClient operator = hub.operator();
    String subject = subject(operator);
    JsonNode trail = operator.get(subject + "/trail").orThrow();
    if (json) {
      System.out.println(trail.toPrettyString());
      return 0;
    }
    Timeline.print(operator.get(subject).orThrow(), trail.path("stops"));
    return 0;
  }

  /** Cases and questions have their numbers from one serial. */
  private String subject(HubClient operator) {
    String question = "/api/v1/queries/" + number;
    return operator.get(question).ok() ? question : "/api/v1/cases/" + number;
  }
}
