package city.tongban.transport.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.Certificates;
import city.rehearsal.simulator.department.publicsecurity.Seals;
import city.tongban.transport.TransportBench;
import city.tongban.transport.TransportCall;
import com.sun.net.httpserver.HttpExchange;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in the Body, signed by both sides. */
class SignedSoapTransportTest extends SigningTestSupport {
  @Test
  void theDocumentStandsInTheBodySignedByUsAndAnAnswerSignedByThemIsBelieved() throws Exception {
    byte[] answer = signed(ANSWER);
    answering(200, answer);

    Exchange exchange = call();

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody()).isEqualTo(answer);
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("HubStatus", 200)
        .containsEntry("HubDelivery", "310104-20180702-000482/1");
    assertThat(Seals.opened(secret(NAME), requests.get(0)))
        .as("the JDK writes what lies beyond the basic plane by number")
        .isEqualTo("<YWSQ xmlns=\"urn:gat:rkgl:v1\"><XM>䶮&#134071;·&amp;&#13;</XM></YWSQ>");
  }

  @Test
  void eachTrySendsTheSameDocumentUnderASignatureOfItsOwn() throws Exception {
    answering(200, signed(ANSWER));

    call();
    call();

    assertThat(requests).hasSize(2);
    assertThat(Seals.opened(secret(NAME), requests.get(0)))
        .isEqualTo(Seals.opened(secret(NAME), requests.get(1)));
    assertThat(requests.get(0)).isNotEqualTo(requests.get(1));
  }

  @Test
  void anAnswerThatNobodyHasSignedIsNotTheirs() throws Exception {
    answering(200, Seals.unsigned(ANSWER));

    notTheirs("header");
  }

  @Test
  void aStrangerOfTheSameAuthorityIsNotThey() throws Exception {
    answering(200, Seals.signed(secret(NAME + "-server"), ANSWER, wall.instant()));

    notTheirs("no certificate that we hold");
  }

  @Test
  void ourOwnMessageComingBackIsNotTheirs() throws Exception {
    serve(
        theirServer(), "127.0.0.1", call -> TransportBench.answer(call, 200, XML, requests.get(0)));

    notTheirs("no certificate that we hold");
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600, 3600})
  void aTimeStampThatIsNotOfNowIsARepeat(long seconds) throws Exception {
    answering(200, Seals.signed(signer(), ANSWER, wall.instant().plusSeconds(seconds)));

    notTheirs("time-stamp");
  }

  @Test
  void aSignatureOverSomethingElseThanTheBodyProvesNothing() throws Exception {
    answering(200, Seals.signedElsewhere(signer(), ANSWER, wall.instant()));

    notTheirs("not Body and time-stamp");
  }

  @Test
  void aChangedWordBreaksTheSignature() throws Exception {
    answering(200, text(signed(ANSWER)).replace("成功", "失败").getBytes(UTF_8));

    notTheirs("no certificate that we hold");
  }

  @Test
  void aSignedBodyThatWasMovedAsideLeavesTheNewOneUnsigned() throws Exception {
    String good = text(signed(ANSWER));
    int from = good.indexOf("<soapenv:Body");
    int to = good.indexOf("</soapenv:Body>") + "</soapenv:Body>".length();
    String body = good.substring(from, to);
    String forged = body.replace("成功", "伪造");
    String moved =
        good.substring(0, from)
            .replace("</soapenv:Header>", "<w>" + body + "</w></soapenv:Header>");
    answering(200, (moved + forged + good.substring(to)).getBytes(UTF_8));
    notTheirs("no certificate that we hold");

    answering(
        200, (moved + forged.replace("Body-1", "Body-2") + good.substring(to)).getBytes(UTF_8));
    notTheirs("not Body and time-stamp");
  }

  @Test
  void twoBodiesAreNone() throws Exception {
    String good = text(signed(ANSWER));
    int from = good.indexOf("<soapenv:Body");
    int to = good.indexOf("</soapenv:Body>") + "</soapenv:Body>".length();
    answering(200, (good.substring(0, to) + good.substring(from)).getBytes(UTF_8));

    notTheirs("no one Body");
  }

  @Test
  void aSignatureOfACertificateThatRanOutIsNotBelieved() throws Exception {
    String old = issued(NAME, Duration.ofDays(-20), Duration.ofDays(-10));
    Files.writeString(folder.resolve(NAME + "-signer"), Certificates.certificate(old));
    answering(200, Seals.signed(old, ANSWER, wall.instant()));

    notTheirs("valid from");
  }

  @Test
  void anErrorThatNobodySignedLeavesTheMessageInDoubt() throws Exception {
    answering(500, "<html>oops</html>".getBytes(UTF_8));

    assertThat(problem(call()).code()).isEqualTo("HUB-4011");
  }

  @Test
  void aGatewayThatOnlySaysComeAgainNeedsNoSignature() throws Exception {
    answering(503, "later".getBytes(UTF_8));

    Exchange answer = call();

    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(503);
  }

  @Test
  void whatIsNoPlainXmlIsRefusedBeforeAnybodyLooksForASignature() throws Exception {
    String good = text(signed(ANSWER));
    String bomb =
        "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]>" + good;
    for (String wrong :
        List.of(bomb, good.substring(1), "<a>".repeat(100) + "</a>".repeat(100), "")) {
      answering(200, wrong.getBytes(UTF_8));
      assertThat(problem(call()).code()).isEqualTo("HUB-9008");
    }
  }

  @Test
  void anAnswerInAnotherCharsetThanItWasSignedInIsRefused() throws Exception {
    byte[] good = signed(ANSWER);
    for (String type :
        List.of("text/xml; charset=GB18030", "text/xml; charset=GB18030; charset=UTF-8")) {
      serve(theirServer(), "127.0.0.1", call -> TransportBench.answer(call, 200, type, good));
      assertThat(problem(call()).code()).isEqualTo("HUB-9007");
    }

    answering(200, text(good).getBytes("GB18030"));
    assertThat(problem(call()).code()).isEqualTo("HUB-9007");
  }

  @Test
  void anOversizedAnswerIsNotReadToItsEnd() throws Exception {
    answering(200, new byte[5 * 1024 * 1024]);

    assertThat(problem(call()).code()).isEqualTo("HUB-9009");
  }

  @Test
  void silenceAndALineThatBreaksAreInDoubt() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    serve(theirServer(), "127.0.0.1", call -> over.await(10, TimeUnit.SECONDS));
    assertThat(problem(impatientCall()).code()).isEqualTo("HUB-4011");
    over.countDown();

    serve(theirServer(), "127.0.0.1", HttpExchange::close);
    assertThat(problem(call()).code()).isEqualTo("HUB-4011");
    assertThat(requests).as("each was sent once").hasSize(2);
  }

  @Test
  void nobodyAtHomeIsCertainlyNotTakenIn() throws Exception {
    answering(200, signed(ANSWER));
    server.stop(0);

    assertThat(problem(call()).code()).isEqualTo("HUB-4010");
  }

  private void notTheirs(String why) throws Exception {
    Exchange answer = call();
    assertThat(problem(answer).code()).isEqualTo("HUB-4047");
    assertThat(problem(answer).why()).contains(why);
    assertThat(answer.getProperty(TransportCall.ANSWERED)).as("it may be in").isNotNull();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
