package city.tongban.cli;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.SecretFolder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints addresses, log-ins and a first command when the hub is ready. */
record StartupMessage(DataFolder data, LocalStack city) {
  private static final String CENTRE = "31010100201";

  void print(Duration took) {
    System.out.println(
        """
        Tongban Hub 通办枢纽 is ready after %d.%d s.

          console   %s/console
          log-in    %s
          API       %s/docs
          log       %s

        A resident applies (filing of a lease, ZJ9001); paste it as often as you like:

        %s

        Then follow the case with the number that comes back:

          ./hub trail <caseNumber>
        """
            .formatted(
                took.toSeconds(),
                took.toMillisPart() / 100,
                city.hub(),
                logIns(),
                city.hub(),
                city.log(LocalStack.HUB),
                curl()));
  }

  /** One account per role; only its owner knows a password that was reset. */
  private String logIns() {
    return Stream.of("operator", "engineer", "auditor")
        .map(name -> name + " / " + password(name))
        .collect(Collectors.joining("\n            "));
  }

  private String password(String name) {
    SecretFolder secrets = data.secrets();
    String file = "console-" + name;
    return Files.exists(secrets.folder().resolve(file))
        ? secrets.read(file)
        : "(as set by ./hub account reset)";
  }

  /** The command in one line; the shell makes a new message id at each run. */
  String curl() {
    String now = operator().get("/api/v1/clock").orThrow().path("business").asText();
    return """
    curl -sS %s/api/v1/cases -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -d \
    '{"messageId":"try-'$(date +%%s%%N)'","item":"ZJ9001","collectedAt":"%s","collectingCentre":"%s",\
    "applicant":{"name":"王小明","idType":"RESIDENT_ID","idNumber":"310101199003077210","phone":"13800138000"},\
    "materials":[{"code":"M1","title":"租赁合同","source":"3"}],\
    "form":{"address":"南京东路100号","monthlyRent":"5200","leaseFrom":"2018-08-01","leaseTo":"2019-07-31",\
    "landlordName":"李建国"}}'\
    """
        .formatted(city.hub(), data.secrets().read("token-centre-" + CENTRE), now, CENTRE);
  }

  private HubClient operator() {
    return HubClient.of(city.hub(), data.secrets().read("token-operator"));
  }
}
