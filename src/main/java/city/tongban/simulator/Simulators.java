package city.tongban.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import city.tongban.simulator.housing.Housing;
import city.tongban.simulator.humanresources.HumanResources;
import city.tongban.simulator.medicalinsurance.MedicalInsurance;
import city.tongban.simulator.office.Book;
import city.tongban.simulator.office.BusinessClock;
import city.tongban.simulator.office.ControlServlet;
import city.tongban.simulator.office.Faults;
import city.tongban.simulator.office.FrontDoor;
import city.tongban.simulator.office.Office;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The departments in one process, each with its book, behind one port; they outlive the hub. */
public final class Simulators implements Closeable {
  private final FrontDoor door;
  private final Deque<Closeable> closing = new ArrayDeque<>();
  private URI sftp = URI.create("");

  private Simulators(Settings settings) {
    door = new FrontDoor(settings.port(), settings.books());
  }

  public static Simulators start(Settings settings) throws IOException {
    Simulators simulators = new Simulators(settings);
    try {
      simulators.open(settings);
      return simulators;
    } catch (IOException | RuntimeException e) {
      simulators.close();
      throw e;
    }
  }

  private void open(Settings settings) throws IOException {
    Secrets secrets = new Secrets(settings.secrets());
    String client = secrets.read("housing");
    String userToken = secrets.read("human-resources");
    String control = secrets.read("simulator-control");
    Files.createDirectories(settings.books());
    BusinessClock clock = new BusinessClock(settings.books().resolve("clock.json"));
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    closing.push(timer::shutdownNow);

    Office housing = office("housing", settings, clock, timer);
    Office humanResources = office("human-resources", settings, clock, timer);
    Housing administration =
        new Housing(housing, client, settings.hub(), settings.secrets().resolve("token-housing"));
    closing.push(administration);
    HumanResources.moveInto(humanResources, userToken);
    Office medicalInsurance = office("medical-insurance", settings, clock, timer);
    MedicalInsurance insurer =
        new MedicalInsurance(
            medicalInsurance,
            settings.books().resolve("medical-insurance"),
            secrets.read("medical-insurance-host"),
            lastLine(secrets.read("medical-insurance")));
    closing.push(insurer);
    Map<String, Office> offices = new LinkedHashMap<>();
    offices.put(housing.backEnd(), housing);
    offices.put(humanResources.backEnd(), humanResources);
    offices.put(medicalInsurance.backEnd(), medicalInsurance);
    sftp = insurer.open();
    Map<String, String> addresses = Map.of(medicalInsurance.backEnd(), sftp.toString());
    door.serve("/control/*", new ControlServlet(offices, addresses, clock, control));
    closing.push(door);
    door.open();
    administration.start();
  }

  /** The hub's file holds its public key there; the rest is none of a department's business. */
  private static String lastLine(String key) {
    return key.substring(key.lastIndexOf('\n') + 1);
  }

  private Office office(
      String backEnd, Settings settings, BusinessClock clock, ScheduledExecutorService timer)
      throws IOException {
    Book book = new Book(settings.books().resolve(backEnd + ".jsonl"));
    closing.push(book);
    return new Office(backEnd, book, clock, new Faults(), door, timer);
  }

  public int port() {
    return door.port();
  }

  /** The base of all addresses: {@code …/housing}, {@code …/human-resources}, {@code …/control}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Where files are taken. */
  public URI sftp() {
    return sftp;
  }

  @Override
  public void close() throws IOException {
    while (!closing.isEmpty()) {
      closing.pop().close();
    }
  }

  public static void main(String[] arguments) {
    // nobody has configured a log here, and without one each library says all it knows
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    System.exit(new CommandLine(new Start()).execute(arguments));
  }
}
