package city.tongban.faults;

import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.node.NodeProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;

/** The simulated departments of a rehearsal, and the faults that they are told to have. */
@Service
public class SimulatorFaults {
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String FAULTS = "/control/faults";

  private final @Nullable URI simulators;
  private final Path secrets;
  private final ApplicationEventPublisher events;

  SimulatorFaults(
      RehearsalProperties rehearsal,
      NodeProperties node,
      Environment environment,
      ApplicationEventPublisher events) {
    this.simulators =
        environment.acceptsProfiles(Profiles.of("production"))
            ? null
            : local(rehearsal.simulators());
    this.secrets = node.secrets();
    this.events = events;
  }

  /** Simulators run on the hub's own machine; any other address is ignored. */
  private static @Nullable URI local(@Nullable URI address) {
    return address != null && HERE.contains(String.valueOf(address.getHost())) ? address : null;
  }

  /** Whether there are departments that can be told anything; never in production. */
  public boolean on() {
    return simulators != null;
  }

  /** What each department can be told to have. */
  public Map<String, List<String>> kinds() {
    JsonNode kinds = ask(control -> control.get("/control/fault-kinds"));
    Map<String, List<String>> byBackEnd = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : kinds.properties()) {
      List<String> words = new ArrayList<>();
      each.getValue().forEach(word -> words.add(word.asText()));
      byBackEnd.put(each.getKey(), words);
    }
    return byBackEnd;
  }

  /** What is on now, by back-end. */
  public List<ActiveFault> faults() {
    return read(ask(control -> control.get(FAULTS)));
  }

  /** Switches one on, in somebody's name; the same fault again replaces the one before. */
  public void set(ActiveFault fault, String who) {
    if (!kinds().getOrDefault(fault.backEnd(), List.of()).contains(fault.fault())) {
      throw ActiveFault.wrong("there is no such back-end, or it does not have this fault");
    }
    ask(control -> control.post(FAULTS, fault.order()));
    events.publishEvent(new FaultsSwitched("fault-set", who, fault.detail()));
  }

  /** Takes one away. */
  public void clear(String backEnd, String fault, String who) {
    ActiveFault named = new ActiveFault(backEnd, fault, null, null);
    ask(
        control ->
            control.delete(FAULTS + "?backEnd=" + named.backEnd() + "&fault=" + named.fault()));
    events.publishEvent(
        new FaultsSwitched(
            "fault-cleared",
            who,
            MessageKey.FAULT_CLEARED.with(backEnd, KeyedMessage.code("fault", fault))));
  }

  /** Takes all away: every department behaves. */
  public void clear(String who) {
    ask(control -> control.delete(FAULTS));
    events.publishEvent(
        new FaultsSwitched("faults-cleared", who, MessageKey.ALL_FAULTS_CLEARED.with()));
  }

  private static List<ActiveFault> read(JsonNode faults) {
    List<ActiveFault> on = new ArrayList<>();
    for (Map.Entry<String, JsonNode> backEnd : faults.properties()) {
      for (JsonNode fault : backEnd.getValue()) {
        JsonNode share = fault.path("share");
        JsonNode count = fault.path("count");
        on.add(
            new ActiveFault(
                backEnd.getKey(),
                fault.path("fault").asText(),
                count.isInt() ? Integer.valueOf(Math.max(1, count.intValue())) : null,
                count.isInt() || !share.isNumber() ? null : percent(share.doubleValue())));
      }
    }
    return on;
  }

  /** A share that somebody else has ordered may be finer than we show it. */
  private static @Nullable Integer percent(double share) {
    int percent = (int) Math.round(share * 100);
    return percent > 99 ? null : Integer.valueOf(Math.max(1, percent));
  }

  private JsonNode ask(Function<ControlPort, JsonNode> question) {
    URI address = simulators;
    if (address == null) {
      throw Refusal.of("HUB-1056", "this hub has no simulated departments")
          .because("faults belong to a rehearsal that ./hub up has started; never to production")
          .fix("rehearse on a hub of its own");
    }
    return question.apply(new ControlPort(address, secret()));
  }

  private String secret() {
    try {
      return Files.readString(secrets.resolve("simulator-control")).strip();
    } catch (IOException e) {
      throw ControlPort.unreachable().causedBy(e);
    }
  }
}
