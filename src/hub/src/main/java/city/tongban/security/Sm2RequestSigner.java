package city.tongban.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Outage;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Sm2Authentication;
import java.time.Clock;
import java.util.Base64;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Signs each call with our key, and accepts only an answer that the department's key has signed.
 */
final class Sm2RequestSigner implements RequestSigner {
  private final String credential;
  private final Sm2Authentication.Headers headers;
  private final Credentials credentials;
  private final Clock wall;

  Sm2RequestSigner(
      String credential, Sm2Authentication.Headers headers, Credentials credentials, Clock wall) {
    this.credential = credential;
    this.headers = headers;
    this.credentials = credentials;
    this.wall = wall;
  }

  @Override
  public void onto(HttpRequest request, byte[] body) {
    String time = String.valueOf(wall.millis());
    byte[] signature = Sm2.sign(credentials, credential, line(time), body);
    request.setHeader(headers.time(), time);
    request.setHeader(headers.signature(), Base64.getEncoder().encodeToString(signature));
  }

  @Override
  public void answered(HttpRequest request, HttpResponse answer, byte[] body) {
    // a status that is no answer decides nothing: a forged one only causes another try
    if (CallFailures.isAnswer(answer.getCode())) {
      check(value(request, headers.signature()), answer, body);
    }
  }

  private void check(@Nullable String ours, HttpResponse answer, byte[] body) {
    String time = value(answer, headers.time());
    String signature = value(answer, headers.signature());
    if (time == null || signature == null) {
      throw unsigned("it has no " + headers.signature() + " or no " + headers.time());
    }
    byte[] signed = decoded(signature);
    if (!Sm2.verifies(
        credentials,
        credential + "-theirs",
        signed,
        line(time),
        line(String.valueOf(ours)),
        body)) {
      throw unsigned("its signature does not fit the key that we hold to be theirs");
    }
  }

  private static byte[] decoded(String signature) {
    try {
      return Base64.getDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      throw unsigned("its signature is not Base64");
    }
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(UTF_8);
  }

  private static @Nullable String value(MessageHeaders from, String name) {
    Header header = from.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static Outage unsigned(String why) {
    return CallFailures.unsigned("the answer is not signed by the back-end")
        .because(why)
        .fix("nothing in it was believed; ask the back-end whether its key has changed");
  }
}
