package city.tongban.transport.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Certificates;
import city.tongban.canonical.FailureEffect;
import city.tongban.canonical.HubException;
import city.tongban.transport.TransportCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our calls, against a peer that does everything wrong. */
class MllpTransportTest extends MllpTestSupport {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Map<String, String> QUICK = Map.of("timeout: 10s", "timeout: 1s");

  @Test
  void theBytesArriveAsTheyAreAndTheAnswerComesBackAsBytesWithItsCharset() throws Exception {
    byte[] answer = ack("WJXT|PDFY", "GB 18030-2000", "MSA|AA|" + DELIVERY + "|已受理䶮\r", GB18030);
    try (MllpPeer peer = answering(MllpFrames.of(answer))) {
      Exchange done = call(peer.address(), Map.of());

      assertThat(done.getException()).isNull();
      assertThat(peer.messages).containsExactly(ORDER.getBytes(StandardCharsets.UTF_8));
      assertThat(done.getMessage().getBody(byte[].class)).isEqualTo(answer);
      assertThat(done.getMessage().getHeader(Exchange.CONTENT_TYPE))
          .isEqualTo("x-application/hl7-v2+er7; charset=GB18030");
      assertThat(done.getMessage().getHeader("HubDelivery")).isEqualTo(DELIVERY);
      assertThat(done.getMessage().getHeader("CamelHttpUri")).isNull();
    }
  }

  static Stream<Arguments> wrongAnswers() {
    byte[] yes = MllpFrames.of(yes());
    String msa = "MSA|AA|" + DELIVERY + "\r";
    return Stream.of(
        wrong(
            "an acknowledgement of another message",
            framed("WJXT|SHWJW", "MSA|AA|other\r"),
            "HUB-4055"),
        wrong("one of another station", framed("WJXT|ELSEWHERE", msa), "HUB-4057"),
        wrong("two in one answer", twice(yes), "HUB-4056"),
        wrong("something before the beginning", joined(new byte[] {'x'}, yes), "HUB-4056"),
        wrong("a second beginning within", joined(new byte[] {MllpFrames.BEGIN}, yes), "HUB-4056"),
        wrong("an end without a carriage return", changed(yes, yes.length - 1, 'x'), "HUB-4056"),
        wrong("no end, and the line is closed", Arrays.copyOf(yes, yes.length - 2), "HUB-4011"),
        wrong(
            "half of one, and the line is closed", Arrays.copyOf(yes, yes.length / 2), "HUB-4011"),
        wrong("nothing, and the line is closed", new byte[0], "HUB-4011"),
        wrong("too much", MllpFrames.of(new byte[70_000]), "HUB-9009"),
        wrong("a charset that nobody has agreed on", unknownCharset(msa), "HUB-9007"),
        wrong("a head that is not ASCII", framed("WJXT|卫计委", msa), "HUB-9016"),
        wrong(
            "no HL7 at all",
            MllpFrames.of("<!DOCTYPE a>\r".getBytes(StandardCharsets.UTF_8)),
            "HUB-9016"));
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void anAnswerThatIsNotTheirsToThisMessageIsToldByWhatItMeans(byte[] answer, String code)
      throws Exception {
    try (MllpPeer peer = answering(answer)) {
      Exchange done = call(peer.address(), Map.of());

      assertThat(problem(done).code()).isEqualTo(code);
      // it is doubt, or a delivery that is parked with what came
      assertThat(done.getException(HubException.class).effect())
          .isEqualTo(code.startsWith("HUB-4") ? FailureEffect.IN_DOUBT : FailureEffect.NOT_SENT);
      assertThat(done.getProperty(TransportCall.ANSWERED) != null)
          .as("an answer came")
          .isEqualTo(!code.equals("HUB-4011"));
    }
  }

  @Test
  void aSilentPeerIsGivenUpInTimeAndInDoubt() throws Exception {
    try (MllpPeer peer =
        new MllpPeer(theirs("health-server"), (message, line) -> line.in().read())) {
      assertThat(problem(call(peer.address(), QUICK)).code()).isEqualTo("HUB-4011");
    }
  }

  @Test
  void onePeerThatSendsAByteNowAndThenIsGivenUpInTheSameTime() throws Exception {
    try (MllpPeer peer = new MllpPeer(theirs("health-server"), (message, line) -> drip(line))) {
      // each byte comes in time, and the whole answer would take half a minute
      assertThat(problem(call(peer.address(), QUICK)).code()).isEqualTo("HUB-4011");
    }
  }

  @Test
  void aResetInTheMiddleOfAnAnswerIsDoubt() throws Exception {
    try (MllpPeer peer =
        new MllpPeer(
            theirs("health-server"),
            (message, line) -> {
              line.say(Arrays.copyOf(MllpFrames.of(yes()), 30));
              line.reset();
            })) {
      assertThat(problem(call(peer.address(), Map.of())).code()).isEqualTo("HUB-4011");
    }
  }

  @Test
  void aPlaceWhereNobodyListensIsNotReached() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("mllps://127.0.0.1:" + free.getLocalPort());
    }

    assertThat(problem(call(nobody, Map.of())).code()).isEqualTo("HUB-4010");
  }

  @Test
  void aServerThatSaysNothingInTheHandshakeHasGotNothing() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("mllps://127.0.0.1:" + mute.getLocalPort());

      assertThat(problem(call(address, QUICK)).code()).isEqualTo("HUB-4010");
    }
  }

  @Test
  void aServerWithACertificateOfAnotherGetsNothing() throws Exception {
    Files.writeString(
        secrets.folder().resolve("stranger"),
        Certificates.issued(
            Certificates.authority("stranger"), "stranger", Certificates.Days.ofARehearsal()));
    try (MllpPeer peer = new MllpPeer(theirs("stranger"), (message, line) -> {})) {
      assertThat(problem(call(peer.address(), Map.of())).code()).isEqualTo("HUB-4045");
      assertThat(peer.messages).isEmpty();
    }
  }

  @Test
  void aCertificateOfOursThatTheyDoNotTakeIsARefusedCredentialAndANewOneWorksAtOnce()
      throws Exception {
    String right = secrets.read("health-tls");
    Files.writeString(
        secrets.folder().resolve("health-tls"),
        Certificates.issued(
            Certificates.authority("stranger"), "stranger", Certificates.Days.ofARehearsal()));
    try (MllpPeer peer = answering(MllpFrames.of(yes()))) {
      assertThat(problem(call(peer.address(), Map.of())).code()).isIn("HUB-4013", "HUB-4010");
      await().until(() -> !peer.failures.isEmpty());
      Files.writeString(secrets.folder().resolve("health-tls"), right);

      assertThat(call(peer.address(), Map.of()).getException()).isNull();
      assertThat(peer.messages).hasSize(1);
    }
  }

  private MllpPeer answering(byte[] answer) throws IOException {
    return new MllpPeer(theirs("health-server"), (message, line) -> line.say(answer));
  }

  private static void drip(MllpPeer.Line line) throws Exception {
    for (byte b : MllpFrames.of(yes())) {
      line.say(new byte[] {b});
      Thread.sleep(200);
    }
  }

  private static Arguments wrong(String name, byte[] answer, String code) {
    return Arguments.of(Named.of(name, answer), code);
  }

  private static byte[] framed(String station, String rest) {
    return MllpFrames.of(ack(station, "UNICODE UTF-8", rest, StandardCharsets.UTF_8));
  }

  private static byte[] unknownCharset(String rest) {
    return MllpFrames.of(ack("WJXT|SHWJW", "KOI8-R", rest, StandardCharsets.UTF_8));
  }

  private static byte[] twice(byte[] frame) {
    return joined(frame, frame);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] changed(byte[] bytes, int place, char to) {
    byte[] other = bytes.clone();
    other[place] = (byte) to;
    return other;
  }
}
