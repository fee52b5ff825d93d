package city.tongban.transport.soap;

import city.tongban.connector.Connector;
import city.tongban.connector.RequiredKey;
import city.tongban.connector.SoapPlain;
import city.tongban.connector.SoapShape;
import city.tongban.connector.SoapText;
import city.tongban.security.Credentials;
import city.tongban.security.MutualTls;
import city.tongban.security.PemSecrets;
import city.tongban.transport.Transport;
import city.tongban.transport.TransportCall;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SOAP 1.1: a document in the Body, or a document as text in an operation's argument. */
@Component
record SoapTransport(Credentials credentials, Clock wall) implements Transport {
  @Override
  public String name() {
    return "soap";
  }

  @Override
  public TransportCall call(Connector connector) {
    PemSecrets secrets = new PemSecrets(credentials, wall);
    return new SoapCall(connector, wrapping(connector, secrets), line(connector, secrets));
  }

  private SoapBodyStyle wrapping(Connector connector, PemSecrets secrets) {
    SoapShape shape = Objects.requireNonNull(connector.soap(), "checked when taken in");
    SoapText text = shape.text();
    if (text != null) {
      return new TextArgumentBody(connector, shape, text, credentials);
    }
    SoapPlain plain = shape.plain();
    return plain == null
        ? new SignedBody(connector, secrets, wall)
        : new PlainBody(connector, shape, plain, credentials);
  }

  private static @Nullable MutualTls line(Connector connector, PemSecrets secrets) {
    return connector.tls() == null ? null : new MutualTls(connector.tls(), secrets);
  }

  @Override
  public Object setup(Connector connector) {
    return new SoapClientConfigurer(connector.limits());
  }

  @Override
  public void check(Connector connector) {
    SoapShape shape = RequiredKey.value(connector.soap(), "soap");
    boolean unsigned = shape.text() != null || shape.plain() != null;
    if (unsigned == (connector.signature() != null)) {
      throw new IllegalArgumentException(
          unsigned
              ? "a document that travels as text or plain is not signed: soap.text, soap.plain and"
                  + " signature are three ways"
              : "without soap.text or soap.plain the document stands in the Body, and signature is"
                  + " missing");
    }
    if (connector.signature() != null && !connector.charset().equals(StandardCharsets.UTF_8)) {
      throw new IllegalArgumentException("what is signed is UTF-8, and charset is another");
    }
    if (connector.signature() != null && connector.tls() == null) {
      throw new IllegalArgumentException(
          "tls is missing: what is signed goes by a line of its own");
    }
    if (connector.tls() != null && !"https".equals(connector.address().getScheme())) {
      throw new IllegalArgumentException("tls needs an https address");
    }
  }
}
