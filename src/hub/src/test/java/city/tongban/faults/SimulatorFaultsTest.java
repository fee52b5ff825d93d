package city.tongban.faults;

import static city.tongban.canonical.KeyedMessage.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.rehearsal.simulator.Departments;
import city.tongban.canonical.HubException;
import city.tongban.canonical.MessageKey;
import city.tongban.node.NodeProperties;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Faults are switched at a rehearsal, by name, and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorFaultsTest {
  private final List<Object> events = new ArrayList<>();
  private Departments departments;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "housing", "grain");
    Files.writeString(departments.secrets().resolve("simulator-control"), "control");
  }

  @AfterAll
  void close() throws Exception {
    departments.close();
  }

  @Test
  void aFaultIsSetShownTakenAwayAndRecorded() {
    SimulatorFaults rehearsal = rehearsal(address(), "rehearsal");

    rehearsal.set(new ActiveFault("housing", "down", 3, null), "console:engineer");
    rehearsal.set(new ActiveFault("housing", "slow", null, 20), "console:engineer");
    rehearsal.set(new ActiveFault("grain", "half-file", null, null), "console:engineer");

    assertThat(rehearsal.faults())
        .containsExactlyInAnyOrder(
            new ActiveFault("housing", "down", 3, null),
            new ActiveFault("housing", "slow", null, 20),
            new ActiveFault("grain", "half-file", null, null));

    rehearsal.clear("housing", "down", "console:engineer");
    assertThat(rehearsal.faults()).extracting(ActiveFault::fault).doesNotContain("down");

    rehearsal.clear("console:engineer");
    assertThat(rehearsal.faults()).isEmpty();
    assertThat(events)
        .extracting(event -> ((FaultsSwitched) event).step().detail())
        .containsExactly(
            MessageKey.FAULT_FOR_CALLS.with("housing", code("fault", "down"), 3),
            MessageKey.FAULT_FOR_PERCENTAGE.with("housing", code("fault", "slow"), 20),
            MessageKey.FAULT_UNTIL_CLEARED.with("grain", code("fault", "half-file")),
            MessageKey.FAULT_CLEARED.with("housing", code("fault", "down")),
            MessageKey.ALL_FAULTS_CLEARED.with());
  }

  @Test
  void whatADepartmentDoesNotHaveItIsNotTold() {
    SimulatorFaults rehearsal = rehearsal(address(), "rehearsal");

    refused("HUB-1058", () -> rehearsal.set(fault("housing", "half-file"), "operator"));
    refused("HUB-1058", () -> rehearsal.set(fault("no-such", "down"), "operator"));
    refused("HUB-1058", () -> fault("housing&fault=down", "down"));
    refused("HUB-1058", () -> new ActiveFault("housing", "down", 0, null));
    refused("HUB-1058", () -> new ActiveFault("housing", "down", 1, 1));
    refused("HUB-1058", () -> new ActiveFault("housing", "down", null, 100));
    assertThat(events).isEmpty();
  }

  @Test
  void aProductionHubHasNoSimulatorsWhateverItsSettingsSay() {
    SimulatorFaults rehearsal = rehearsal(address(), "production");

    assertThat(rehearsal.on()).isFalse();
    refused("HUB-1056", rehearsal::kinds);
    refused("HUB-1056", rehearsal::faults);
    refused("HUB-1056", () -> rehearsal.set(fault("housing", "down"), "operator"));
    refused("HUB-1056", () -> rehearsal.clear("operator"));
    assertThat(events).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://10.0.0.1:8091", "http://simulators.example", "file:/etc"})
  void simulatorsStandOnThisMachine(String address) {
    assertThat(rehearsal(address, "rehearsal").on()).isFalse();
  }

  @Test
  void simulatorsThatDoNotAnswerAreSaidToBeAway() {
    refused("HUB-1057", rehearsal("http://127.0.0.1:1", "rehearsal")::kinds);
  }

  private String address() {
    String housing = departments.address("housing").toString();
    return housing.substring(0, housing.lastIndexOf('/'));
  }

  private SimulatorFaults rehearsal(String simulators, String profile) {
    events.clear();
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profile);
    return new SimulatorFaults(
        new RehearsalProperties(simulators.isBlank() ? null : URI.create(simulators)),
        new NodeProperties(Path.of("data"), departments.secrets(), "node-1", null),
        environment,
        events::add);
  }

  private static ActiveFault fault(String backEnd, String fault) {
    return new ActiveFault(backEnd, fault, null, null);
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
