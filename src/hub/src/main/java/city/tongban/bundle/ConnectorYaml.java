package city.tongban.bundle;

import city.tongban.connector.Alert;
import city.tongban.connector.Authentication;
import city.tongban.connector.BatchSchedule;
import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import city.tongban.connector.Hours;
import city.tongban.connector.Limits;
import city.tongban.connector.Mllp;
import city.tongban.connector.Operation;
import city.tongban.connector.RequiredKey;
import city.tongban.connector.Service;
import city.tongban.connector.Signature;
import city.tongban.connector.SoapShape;
import city.tongban.connector.StagingPolling;
import city.tongban.connector.TcpFraming;
import city.tongban.connector.Title;
import city.tongban.connector.Tls;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The keys of {@code connector.yaml} as written in the file; any other key is refused. */
record ConnectorYaml(
    String department,
    Title title,
    String transport,
    @Nullable URI address,
    String credential,
    @Nullable Authentication authentication,
    @Nullable SoapShape soap,
    @Nullable Tls tls,
    @Nullable Signature signature,
    @Nullable TcpFraming frame,
    @Nullable Mllp mllp,
    @Nullable String form,
    String codec,
    Charset charset,
    @Nullable Charset fallbackCharset,
    String contentType,
    FileLimits limits,
    @Nullable FileHours hours,
    @Nullable Alert alert,
    @Nullable BatchSchedule batch,
    @Nullable StagingPolling staging,
    Doubt doubt,
    List<Service> services,
    @Nullable Map<String, Operation> operations) {
  /**
   * Missing keys are reported here and not during parsing, where they would hide a misspelt key.
   */
  Connector as(String backEnd, URI address, @Nullable URI listen, Bundle bundle) {
    return new Connector(
        backEnd,
        bundle.version(),
        RequiredKey.value(department, "department"),
        RequiredKey.value(title, "title"),
        RequiredKey.value(transport, "transport"),
        address,
        RequiredKey.value(credential, "credential"),
        authentication,
        soap,
        tls,
        signature,
        frame,
        mllp == null ? null : mllp.withListen(listen),
        form,
        RequiredKey.value(codec, "codec"),
        RequiredKey.value(charset, "charset"),
        fallbackCharset,
        RequiredKey.value(contentType, "contentType"),
        RequiredKey.value(doubt, "doubt"),
        RequiredKey.value(limits, "limits").checked(),
        hours == null ? Hours.ALWAYS : hours.read(),
        alert == null ? Alert.NONE : alert,
        batch,
        staging,
        RequiredKey.value(services, "services"),
        operations == null ? Map.of() : operations,
        bundle);
  }

  record FileHours(LocalTime from, LocalTime to, Hours.@Nullable Days days) {
    FileHours {
      RequiredKey.value(from, "hours.from");
      RequiredKey.value(to, "hours.to");
    }

    Hours read() {
      return new Hours(from, to, days == null ? Hours.Days.EVERY : days);
    }
  }

  record BackOff(Duration first, Duration max) {
    BackOff {
      RequiredKey.value(first, "limits.backOff.first");
      RequiredKey.value(max, "limits.backOff.max");
    }
  }

  record FileLimits(
      Duration timeout,
      @Nullable Duration connectTimeout,
      int attempts,
      int concurrency,
      @Nullable Double rate,
      @Nullable DataSize requestSize,
      DataSize answerSize,
      BackOff backOff) {
    private static final Duration KNOCK = Duration.ofSeconds(5);

    FileLimits {
      RequiredKey.value(timeout, "limits.timeout");
      RequiredKey.value(answerSize, "limits.answerSize");
      RequiredKey.value(backOff, "limits.backOff");
    }

    Limits checked() {
      Duration shorter = timeout.compareTo(KNOCK) < 0 ? timeout : KNOCK;
      return new Limits(
          timeout,
          connectTimeout == null ? shorter : connectTimeout,
          attempts,
          concurrency,
          rate,
          requestSize == null ? null : requestSize.toBytes(),
          answerSize.toBytes(),
          backOff.first(),
          backOff.max());
    }
  }
}
