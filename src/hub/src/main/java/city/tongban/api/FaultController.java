package city.tongban.api;

import city.tongban.faults.ActiveFault;
import city.tongban.faults.SimulatorFaults;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Switches faults of the simulated departments on and off, in a rehearsal. */
@RestController
class FaultController {
  private final SimulatorFaults rehearsal;

  FaultController(SimulatorFaults rehearsal) {
    this.rehearsal = rehearsal;
  }

  record FaultsAnswer(List<ActiveFault> faults, Map<String, List<String>> kinds) {}

  record FaultAct(
      @Nullable String backEnd,
      @Nullable String fault,
      @Nullable Integer count,
      @Nullable Integer percent) {}

  @GetMapping("/api/v1/faults")
  FaultsAnswer list() {
    return new FaultsAnswer(rehearsal.faults(), rehearsal.kinds());
  }

  @PostMapping("/api/v1/faults")
  FaultsAnswer set(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @RequestBody byte[] body) {
    FaultAct act = JsonRequestReader.read(body, FaultAct.class);
    rehearsal.set(
        new ActiveFault(word(act.backEnd()), word(act.fault()), act.count(), act.percent()),
        partner.id());
    return list();
  }

  @DeleteMapping("/api/v1/faults")
  FaultsAnswer clear(@RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner) {
    rehearsal.clear(partner.id());
    return list();
  }

  private static String word(@Nullable String given) {
    return given == null ? "" : given;
  }
}
