package city.tongban.transport.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Connector;
import city.tongban.connector.Signature;
import city.tongban.security.PemSecrets;
import city.tongban.transport.TransportCall;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Body's child is the document itself, and each side signs its messages. */
final class SignedBody implements SoapBodyStyle {
  private static final int FAULT = 500;
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?");

  private final String credential;
  private final Signature signature;
  private final PemSecrets secrets;
  private final Clock wall;

  SignedBody(Connector connector, PemSecrets secrets, Clock wall) {
    this.credential = connector.credential();
    this.signature = Objects.requireNonNull(connector.signature(), "checked when taken in");
    this.secrets = secrets;
    this.wall = wall;
  }

  @Override
  public byte[] around(byte[] document, String operation) {
    return new SignedEnvelope(secrets.identity(credential)).around(document, wall);
  }

  /**
   * An answer with a readable status must be signed. A status that only asks to try later comes
   * from the gateway, which the TLS connection identifies.
   */
  @Override
  public void believe(TransportCall.Answered answer) {
    if (answer.status() == FAULT) {
      believeFault(answer);
    } else if (!onlyComeAgain(answer.status())) {
      verify(answer);
    }
  }

  /** An unsigned fault may come from anybody: the fate of the message is unknown. */
  private void believeFault(TransportCall.Answered answer) {
    try {
      verify(answer);
    } catch (Refusal unsigned) {
      throw CallFailures.inDoubt("the back-end gave no answer that it has signed")
          .because("an error came back: " + unsigned.problem().why())
          .fix("it may have been taken in; the connector's 'doubt' decides what is done first")
          .causedBy(unsigned);
    }
  }

  private static boolean onlyComeAgain(int status) {
    try {
      CallFailures.checkStatus(status);
      return false;
    } catch (HubException comeAgain) {
      return true;
    }
  }

  private void verify(TransportCall.Answered answer) {
    new SignedAnswer(secrets.certificates(signature.trust()), wall)
        .believe(SafeXml.parse(text(answer)));
  }

  /**
   * Decodes as the later reading does; otherwise the verified text could differ from the text that
   * is read.
   */
  private static String text(TransportCall.Answered answer) {
    Matcher charset = CHARSET.matcher(Objects.toString(answer.contentType(), ""));
    if (charset.find() && !charset.group(1).equalsIgnoreCase("UTF-8")) {
      throw undecodable("it is said to be in another charset than UTF-8, in which it is signed");
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(answer.bytes())).toString();
    } catch (CharacterCodingException e) {
      throw undecodable("not every byte of it is UTF-8");
    }
  }

  private static Refusal undecodable(String why) {
    return Refusal.of("HUB-9007", "the answer cannot be decoded")
        .because(why)
        .fix("ask the back-end to send it again in UTF-8");
  }
}
