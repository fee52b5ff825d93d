package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.ReservedPort;
import city.rehearsal.simulator.protocol.tcp.TcpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The provident-fund centre: its TCP server, and the journal of the questions it answered. */
public final class ProvidentFund implements Department {
  private final QuestionJournal journal;
  private final TcpServer server;
  private final int port;

  /**
   * @param folder for its journal
   * @param keys what it shares with the hub, one {@code id:secret} a line
   */
  public ProvidentFund(DepartmentContext context, Path folder, String keys) throws IOException {
    journal = new QuestionJournal(folder.resolve("asked.jsonl"), context.store());
    port = new ReservedPort(folder.resolve("port")).number();
    QuestionHandler questions =
        new QuestionHandler(
            journal, context.clock(), new DailyStatement(journal, context.faults()));
    TelegramHandler telegrams = new TelegramHandler(new Mac(keys), questions, context.faults());
    server = new TcpServer(context.backEnd(), new ServerSocket(), telegrams::serve);
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(URI.create("tcp://127.0.0.1:" + port));
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(
        FaultKind.WRONG_MAC,
        FaultKind.LENGTH_LIES,
        FaultKind.OTHER_ID,
        FaultKind.LATE_RESULT,
        FaultKind.MISSING_LINE,
        FaultKind.DOUBLED_LINE,
        FaultKind.UNKNOWN_LINE,
        FaultKind.WRONG_DIGEST,
        FaultKind.HALF_FILE);
  }

  @Override
  public void start() throws IOException {
    server.start(port);
  }

  @Override
  public void close() throws IOException {
    server.close();
    journal.close();
  }
}
