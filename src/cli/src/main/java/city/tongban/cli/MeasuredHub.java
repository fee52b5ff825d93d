package city.tongban.cli;

import city.rehearsal.bench.MeasuredSystem;
import city.rehearsal.client.HubClient;
import city.rehearsal.client.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The hub with all features on, in a local stack of its own.
 *
 * @param flags JVM options of the hub
 */
record MeasuredHub(List<String> flags) implements MeasuredSystem {
  private static final String CENTRE = "31010100201";

  @Override
  public String name() {
    return "f";
  }

  @Override
  public Running start() throws IOException {
    Path folder = Files.createTempDirectory("tongban-bench-");
    DataFolder data = new DataFolder(folder.resolve("data"));
    LocalStack city = new LocalStack(data, Ports.free(), Ports.free(), Programs.installed());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> LocalStack.stop(data), "stop"));
    city.makeSecrets();
    city.startSimulators();
    ProcessHandle process = city.startHub(flags);
    HubClient operator = HubClient.of(city.hub(), data.secrets().read("token-operator"));
    String token = data.secrets().read("token-centre-" + CENTRE);
    return new OwnCity(data, city, process, operator, token, BenchMessages.forTheHub());
  }

  private record OwnCity(
      DataFolder data,
      LocalStack city,
      ProcessHandle process,
      HubClient operator,
      String token,
      BenchMessages messages)
      implements Running {
    @Override
    public URI door() {
      return city.hub().resolve("/api/v1/cases");
    }

    @Override
    public Sample message(int n) {
      return messages.next(n);
    }

    @Override
    public long done() {
      return operator.get("/api/v1/sum").orThrow().path("out").asLong();
    }

    @Override
    public void close() {
      LocalStack.stop(data);
    }
  }
}
