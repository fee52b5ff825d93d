package city.tongban.transport.jdbc;

import city.tongban.canonical.Ids;
import city.tongban.connector.Connector;
import city.tongban.connector.ConnectorProperties;
import city.tongban.connector.Doubt;
import city.tongban.connector.Operation;
import city.tongban.connector.RequiredKey;
import city.tongban.connector.Service;
import city.tongban.connector.StagingPolling;
import city.tongban.security.Credentials;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.StagingLedger;
import city.tongban.transport.Transport;
import city.tongban.transport.TransportCall;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Transport {@code jdbc}: writes rows into tables of a back-end's database and reads the back-end's
 * rows there.
 *
 * @param pollInterval replaces the connector's poll interval; null leaves it to the connector
 */
@Component
record JdbcTransport(Credentials credentials, StagingLedger book, @Nullable Duration pollInterval)
    implements Transport {
  @Autowired
  JdbcTransport(
      Credentials credentials, ObjectProvider<StagingLedger> book, ConnectorProperties properties) {
    this(credentials, new LazyStagingLedger(book), properties.pollInterval());
  }

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new RowCall();
  }

  @Override
  public Object setup(Connector connector) {
    StagedRowReader picking =
        new StagedRowReader(
            answers(connector),
            staging(connector),
            connector.limits().answerBytes(),
            "tongban-" + Ids.next());
    return new StagingTables(
        connector, new StagingDataSource(connector, credentials), book, picking);
  }

  @Override
  public Map<String, Object> parameters(Connector connector) {
    Duration interval = pollInterval == null ? staging(connector).pollInterval() : pollInterval;
    return Map.of("every", interval.toMillis());
  }

  @Override
  public boolean fetchesResults() {
    return true;
  }

  /**
   * False: a call returns only that the database holds the row; the decision comes later, in a row.
   */
  @Override
  public boolean replies() {
    return false;
  }

  @Override
  public ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return new StagingConnectionCheck(connector, new StagingDataSource(connector, credentials));
  }

  @Override
  public void check(Connector connector) {
    Stream.of(
            connector.services().stream().map(Service::call),
            connector.operations().values().stream().map(Operation::call).filter(Objects::nonNull),
            Stream.of(staging(connector).dayTable(), answers(connector)))
        .flatMap(tables -> tables)
        .forEach(JdbcTransport::checkTable);
    StagingDataSource.check(connector.address());
    if (!connector.codec().equals("xml")) {
      throw new IllegalArgumentException("a row is a document of codec xml");
    }
    if (connector.batch() != null) {
      throw new IllegalArgumentException("a row carries one delivery, not a batch");
    }
    if (connector.doubt() != Doubt.SAME_ID) {
      throw new IllegalArgumentException("the key of a row is the delivery: use doubt same-id");
    }
  }

  private static void checkTable(String name) {
    if (!RowDocument.isName(name)) {
      throw new IllegalArgumentException("'%s' cannot be the name of a table".formatted(name));
    }
  }

  private static StagingPolling staging(Connector connector) {
    return RequiredKey.value(connector.staging(), "staging");
  }

  static String answers(Connector connector) {
    String table = connector.operation(Connector.RESULTS).map(Operation::call).orElse(null);
    return RequiredKey.value(table, "operations.results.call (the table in which they answer)");
  }
}
