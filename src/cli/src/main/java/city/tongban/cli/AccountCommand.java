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
 * Manages the accounts of people who may log in to the console. This command makes the password and
 * prints it once; the hub keeps only its hash.
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

  @Command(description = "Lists the accounts.", mixinStandardHelpOptions = true)
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

  @Command(
      description = "Makes an account and prints its password once.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "such as wang.min") String name,
      @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
          Role role) {
    String password = SecretFolder.random();
    String code = role.name().toUpperCase(Locale.ROOT);
    hub.administrator()
        .post(PATH, Map.of("name", name, "role", code, "password", password))
        .orThrow();
    return printPassword(name, password);
  }

  @Command(
      description = "Gives an account a new password, printed once, and ends its sessions.",
      mixinStandardHelpOptions = true)
  int reset(@Parameters(paramLabel = "NAME", description = "of the account") String name) {
    String password = SecretFolder.random();
    hub.administrator().post(PATH + "/" + name + "/reset", Map.of("password", password)).orThrow();
    return printPassword(name, password);
  }

  @Command(
      description = "Disables an account and ends its sessions.",
      mixinStandardHelpOptions = true)
  int disable(@Parameters(paramLabel = "NAME", description = "of the account") String name) {
    hub.administrator().post(PATH + "/" + name + "/disable", Map.of()).orThrow();
    System.out.println(name + " is disabled; ./hub account reset enables it again");
    return 0;
  }

  private static int printPassword(String name, String password) {
    System.out.println(name + " / " + password);
    return 0;
  }
}
