package city.tongban.bundle;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import city.tongban.connector.Signature;
import city.tongban.connector.Tls;
import java.util.stream.Stream;

/**
 * Checks that a connector names secrets of its own back-end only. A version decides where calls are
 * sent; with the name of another back-end's secret, its author could have that secret sent to an
 * address of his choice.
 */
final class SecretNameCheck {
  private SecretNameCheck() {}

  static void check(Connector c) {
    names(c)
        .filter(name -> !name.equals(c.backEnd()) && !name.startsWith(c.backEnd() + "-"))
        .findFirst()
        .ifPresent(
            name -> {
              throw Fault.of(
                      "HUB-8004",
                      "connectors/%s/connector.yaml names another's secret",
                      c.backEnd())
                  .because("'%s' does not begin with the back-end's name".formatted(name))
                  .fix(
                      "call the secret %1$s, or %1$s-… where there are several"
                          .formatted(c.backEnd()));
            });
  }

  private static Stream<String> names(Connector c) {
    Tls tls = c.tls();
    Signature signature = c.signature();
    return Stream.of(
            Stream.of(c.credential()),
            tls == null ? Stream.<String>empty() : Stream.of(tls.key(), tls.trust()),
            signature == null ? Stream.<String>empty() : Stream.of(signature.trust()))
        .flatMap(each -> each);
  }
}
