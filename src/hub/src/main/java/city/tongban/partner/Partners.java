package city.tongban.partner;

import city.tongban.canonical.Sha256;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Everybody who may speak to the hub, each known by a bearer token of its own. The database keeps a
 * digest of it; tokens are 256 random bits, so no salt is needed.
 */
@Service
public class Partners {
  private static final int TOKEN_CHARS_MAX = 512;

  private final PartnerTable table;
  private final SecretFiles secrets;
  private final List<PartnerSource> sources;
  private volatile Map<String, Partner> byDigest = Map.of();

  Partners(PartnerTable table, SecretFiles secrets, List<PartnerSource> sources) {
    this.table = table;
    this.secrets = secrets;
    this.sources = sources;
  }

  /** Gives every partner that has none a token, before the first door opens. */
  @PostConstruct
  void begin() {
    table.write(
        sources.stream()
            .flatMap(source -> source.partners().stream())
            .map(partner -> new PartnerTable.Row(partner, Sha256.of(token(partner))))
            .toList());
    refresh();
  }

  /**
   * Whose token it is; empty when it is nobody's. Asks memory only: a flood of garbage costs a
   * digest each.
   */
  public Optional<Partner> authenticate(String token) {
    return token.isEmpty() || token.length() > TOKEN_CHARS_MAX
        ? Optional.empty()
        : Optional.ofNullable(byDigest.get(Sha256.hex(token)));
  }

  /** Another node may have given or taken a token. */
  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void refresh() {
    byDigest = table.byDigest();
  }

  private String token(Partner partner) {
    return secrets.readOrMake("token-" + partner.id());
  }
}
