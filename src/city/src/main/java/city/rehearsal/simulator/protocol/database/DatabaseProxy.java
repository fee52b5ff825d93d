package city.rehearsal.simulator.protocol.database;

import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.protocol.tcp.TcpProxy;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * Where callers reach an exchange database. The first caller starts it; the port stays the same
 * when the database is started again at another.
 */
public final class DatabaseProxy implements Closeable {
  private final EmbeddedDatabase database;
  private final TcpProxy proxy;

  /**
   * What the faults are about; the beginnings of statements are in lower case.
   *
   * @param lockedTables that the fault LOCKED locks, separated by commas
   * @param insert how a statement begins that puts a row in
   * @param mark how a statement begins that marks a row as fetched
   */
  public record FaultTargets(String lockedTables, String insert, String mark) {}

  public DatabaseProxy(String name, EmbeddedDatabase database, Faults faults, FaultTargets targets)
      throws IOException {
    this.database = database;
    DatabaseIncidents incidents = new DatabaseIncidents(database, targets.lockedTables());
    proxy =
        new TcpProxy(
            name,
            new ServerSocket(),
            this::connect,
            caller -> new DatabaseFilter(caller, faults, incidents, targets));
  }

  private Socket connect() throws IOException {
    database.open();
    return new Socket(InetAddress.getLoopbackAddress(), database.port());
  }

  public URI start(int port) throws IOException {
    return URI.create("postgresql://" + proxy.start(port) + "/" + database.name());
  }

  @Override
  public void close() throws IOException {
    proxy.close();
  }
}
