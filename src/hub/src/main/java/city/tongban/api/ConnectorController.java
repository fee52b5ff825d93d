package city.tongban.api;

import city.tongban.bundle.BundleStore.Activation;
import city.tongban.bundle.Versions;
import city.tongban.bundle.Versions.Act;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows versions of connectors, and lets an engineer change the active one. */
@RestController
class ConnectorController {
  private final Versions versions;

  ConnectorController(Versions versions) {
    this.versions = versions;
  }

  /**
   * The active version and its history.
   *
   * @param chosenBy null when it is as shipped
   */
  record VersionsAnswer(
      String backEnd,
      String active,
      OffsetDateTime since,
      @Nullable String chosenBy,
      @Nullable String shipped,
      List<ChangeAnswer> changes) {
    static VersionsAnswer of(Versions.History history) {
      String shipped = history.active().shipped();
      return new VersionsAnswer(
          history.backEnd(),
          history.active().digest(),
          CityTime.of(history.active().since()),
          history.active().chosenBy(),
          shipped,
          history.activations().stream().map(ChangeAnswer::of).toList());
    }
  }

  record ChangeAnswer(
      String version,
      @Nullable String before,
      OffsetDateTime at,
      @Nullable String by,
      @Nullable String reason,
      boolean back) {
    static ChangeAnswer of(Activation change) {
      return new ChangeAnswer(
          change.digest(),
          change.before(),
          CityTime.of(change.at()),
          change.chosenBy(),
          change.reason(),
          change.back());
    }
  }

  record Taken(String backEnd, String version, List<String> items) {
    static Taken of(Connector connector) {
      return new Taken(
          connector.backEnd(),
          connector.bundle().digest(),
          connector.services().stream().map(Service::item).toList());
    }
  }

  /**
   * The version to activate.
   *
   * @param version null for the shipped version
   * @param seen the version that was active when the engineer decided
   */
  record Choice(@Nullable String version, @Nullable String seen, @Nullable String reason) {
    String saw() {
      return seen == null ? "" : seen;
    }
  }

  @GetMapping("/api/v1/connectors/{backEnd}/versions")
  VersionsAnswer versions(@PathVariable String backEnd) {
    return VersionsAnswer.of(versions.of(backEnd));
  }

  @GetMapping("/api/v1/connectors/{backEnd}/versions/{version}")
  ResponseEntity<byte[]> bundle(@PathVariable String backEnd, @PathVariable String version) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(versions.bundle(backEnd, version).zip());
  }

  @PostMapping("/api/v1/connectors/{backEnd}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  Taken take(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String backEnd,
      @RequestAttribute(ApiAuthenticationFilter.BODY) byte[] zip) {
    return Taken.of(versions.take(backEnd, zip, partner.id()));
  }

  @PostMapping("/api/v1/connectors/{backEnd}/activation")
  VersionsAnswer activate(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String backEnd,
      @RequestBody byte[] body) {
    Choice choice = choice(body);
    Act act = new Act(partner.id(), JsonRequestReader.reason(choice.reason()));
    if (choice.version() == null) {
      versions.activateAsShipped(backEnd, choice.saw(), act);
    } else {
      versions.activate(backEnd, choice.version(), choice.saw(), act);
    }
    return versions(backEnd);
  }

  @PostMapping("/api/v1/connectors/{backEnd}/rollback")
  VersionsAnswer rollBack(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String backEnd,
      @RequestBody byte[] body) {
    Choice choice = choice(body);
    Act act = new Act(partner.id(), JsonRequestReader.reason(choice.reason()));
    versions.rollBack(backEnd, Optional.ofNullable(choice.version()), choice.saw(), act);
    return versions(backEnd);
  }

  private static Choice choice(byte[] body) {
    Choice choice = JsonRequestReader.read(body, Choice.class);
    if (choice.seen() == null) {
      throw Refusal.of(
              "HUB-1004",
              "the field seen is missing: the version that was active when the engineer decided")
          .fix(
              "send the active version that you read before; it prevents two changes at the same"
                  + " time")
          .at("/seen");
    }
    return choice;
  }
}
