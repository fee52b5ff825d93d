package city.tongban.api;

import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import city.tongban.probe.Probe;
import city.tongban.probe.ProbeStep;
import city.tongban.probe.Probes;
import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckResult;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Tests the connection to a back-end, and reports in both languages what fails. */
@RestController
class ProbeController {
  private final Probes probes;
  private final MessageSource messages;

  ProbeController(Probes probes, MessageSource messages) {
    this.probes = probes;
    this.messages = messages;
  }

  /** A sentence in both languages. */
  record Words(String zh, String en) {}

  record StepAnswer(
      String check,
      String outcome,
      long millis,
      @Nullable Words said,
      @Nullable String cause,
      @Nullable Words why,
      @Nullable Words fix) {}

  record ProbeAnswer(
      String backEnd,
      String version,
      String transport,
      String target,
      OffsetDateTime at,
      boolean passed,
      List<StepAnswer> steps) {}

  @PostMapping("/api/v1/back-ends/{backEnd}/probe")
  ProbeAnswer probe(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String backEnd) {
    Probe probe = probes.of(backEnd, partner.id());
    return new ProbeAnswer(
        probe.backEnd(),
        probe.version(),
        probe.transport(),
        probe.target(),
        CityTime.of(probe.at()),
        probe.passed(),
        probe.steps().stream().map(this::step).toList());
  }

  private StepAnswer step(ProbeStep step) {
    CheckResult said = step.said();
    CheckFailureCause cause = step.cause();
    return new StepAnswer(
        step.check().word(),
        step.outcome().word(),
        step.millis(),
        said == null ? null : words("probe.said." + said.key(), said.values().toArray()),
        cause == null ? null : cause.word(),
        cause == null ? null : words("probe.why." + cause.word()),
        cause == null ? null : words("probe.fix." + cause.word()));
  }

  private Words words(String key, Object... values) {
    return new Words(
        messages.getMessage(key, values, Locale.CHINESE),
        messages.getMessage(key, values, Locale.ENGLISH));
  }
}
