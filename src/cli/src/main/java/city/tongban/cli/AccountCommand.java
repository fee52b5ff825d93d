package city.tongban.cli;

import city.rehearsal.client.SecretFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Who may log in to the console. The password is made here, shown once and kept by nobody; the hub
 * keeps its hash.
 */
@Command(
    name = "account",
    description = "People who may log in to the console.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | add | disable | reset)")
final class AccountCommand {
  private static final String PATH = "/api/v1/accounts";

  @Mixin HubOption hub = new HubOption();

  enum Role {
    operator,
    engineer,
    auditor
  }

  @Command(description = "Lists them.", mixinStandardHelpOptions = true)
  int list() {
    TextTable table = new TextTable("account", "role", "state", "made", "changed");
    for (JsonNode account : hub.administrator().get(PATH).orThrow().path("accounts")) {
      table.add(
          account.path("name").asText(),
          account.path("role").asText().toLowerCase(Locale.ROOT),
          account.path("disabled").asBoolean() ? "disabled" : "open",
          account.path("madeAt").asText(),
          account.path("changedAt").asText());
    }
    table.print();
    return 0;
  }

  @Command(description = "Makes one and shows its password once.", mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "such as wang.min") String name,
      @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
          Role role) {
    String password = SecretFolder.random();
    String code = role.name().toUpperCase(Locale.ROOT);
    hub.administrator()
        .post(PATH, Map.of("name", name, "role", code, "password", password))
        .orThrow();
    return told(name, password);
  }

  @Command(
      description = "Gives one a new password, shown once, and ends its sessions.",
      mixinStandardHelpOptions = true)
  int reset(@Parameters(paramLabel = "NAME", description = "of the account") String name) {
    String password = SecretFolder.random();
    hub.administrator().post(PATH + "/" + name + "/reset", Map.of("password", password)).orThrow();
    return told(name, password);
  }

  @Command(description = "Closes one and ends its sessions.", mixinStandardHelpOptions = true)
  int disable(@Parameters(paramLabel = "NAME", description = "of the account") String name) {
    hub.administrator().post(PATH + "/" + name + "/disable", Map.of()).orThrow();
    System.out.println(name + " is closed; ./hub account reset opens it again");
    return 0;
  }

  private static int told(String name, String password) {
    System.out.println(name + " / " + password);
    return 0;
  }
}
