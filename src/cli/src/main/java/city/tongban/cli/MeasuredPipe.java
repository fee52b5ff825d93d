package city.tongban.cli;

import city.rehearsal.bench.BarePipe;
import city.rehearsal.bench.MeasuredSystem;
import city.rehearsal.client.HubClient;
import city.rehearsal.client.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The bare pipe, with the same heap, broker settings and number of consumers as the hub. */
final class MeasuredPipe implements MeasuredSystem {
  private static final int CONSUMERS = 4; // as connectors/human-resources says
  private static final Duration TO_BE_READY = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "b";
  }

  @Override
  public Running start() throws IOException {
    Path folder = Files.createTempDirectory("tongban-bench-");
    DataFolder data = new DataFolder(folder.resolve("data"));
    URI door = Ports.local(Ports.free());
    LocalStack city = new LocalStack(data, door.getPort(), Ports.free(), Programs.installed());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> LocalStack.stop(data), "stop"));
    city.makeSecrets();
    city.startSimulators();
    JavaProgram program =
        new JavaProgram(
            BarePipe.class.getName(),
            Programs.installed().city(),
            List.of("-Xmx768m"),
            List.of(
                "--server.port=" + door.getPort(),
                "--pipe.data=" + data.root(),
                "--pipe.secrets=" + data.secrets().folder(),
                "--pipe.consumers=" + CONSUMERS,
                "--pipe.address=" + city.simulators() + "/human-resources"));
    ProcessHandle process = program.start(city.log("pipe"));
    HubClient client = HubClient.anonymous(door);
    boolean ready =
        Processes.waitUntil(
                TO_BE_READY,
                () ->
                    !Processes.lives(process)
                        || LocalStack.answers(() -> client.get("/count").ok()))
            && Processes.lives(process);
    if (!ready) {
      throw new CliException(LogTail.of("the bare pipe did not start", city.log("pipe")));
    }
    return new Pipe(data, door, process, client, BenchMessages.forThePipe());
  }

  private record Pipe(
      DataFolder data, URI address, ProcessHandle process, HubClient client, BenchMessages messages)
      implements Running {
    @Override
    public URI door() {
      return address.resolve("/pipe");
    }

    @Override
    public String token() {
      return "none";
    }

    @Override
    public Sample message(int n) {
      return messages.next(n);
    }

    @Override
    public long done() {
      return client.get("/count").orThrow().path("done").asLong();
    }

    @Override
    public void close() {
      Processes.stop(process);
      LocalStack.stop(data);
    }
  }
}
