package city.tongban.console;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.TraceStep.Call;
import city.tongban.cases.CaseState;
import city.tongban.console.ProgressStage.Place;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsOnPagesTest {
  private static final Instant T = Instant.parse("2018-07-02T00:41:10Z");
  private final TimeFormat times = new TimeFormat();

  @Test
  void aNameShowsItsFirstCharacterAndNotItsLength() {
    assertThat(Masking.name("王小明")).isEqualTo("王**");
    assertThat(Masking.name("李雷")).isEqualTo("李*");
    assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
    assertThat(Masking.name("买买提·吐尔逊·阿不都热合曼")).isEqualTo("买**");
    assertThat(Masking.name("")).isEmpty();
  }

  @Test
  void aNumberShowsItsEndsAndAShortOneNothing() {
    assertThat(Masking.number("11010519491231002X")).isEqualTo("1101**********002X");
    assertThat(Masking.number("E1234567")).isEqualTo("********");
  }

  @Test
  void aCallIsDividedIntoOursTheirsOurs() {
    CallTiming shares =
        CallTiming.of(new Call(T, T.plusMillis(10), T.plusMillis(90), T.plusMillis(100)));

    assertThat(shares.ours()).isEqualTo(ofMillis(20));
    assertThat(shares.theirs()).isEqualTo(ofMillis(80));
    assertThat(shares.theirStart()).isEqualTo(10);
    assertThat(shares.theirWidth()).isEqualTo(80);
    assertThat(shares.answered()).isTrue();
  }

  @Test
  void theTimeWaitedInVainIsTheirs() {
    CallTiming shares = CallTiming.of(new Call(T, T.plusMillis(10), null, T.plusSeconds(20)));

    assertThat(shares.answered()).isFalse();
    assertThat(shares.theirs()).isEqualTo(ofMillis(19_990));
    assertThat(CallTiming.of(new Call(T, T, null, null)).theirWidth()).isZero();
  }

  @Test
  void aSpanHasTheUnitThatAPersonWouldChoose() {
    assertThat(times.span(ofMillis(12))).isEqualTo("12 ms");
    assertThat(times.span(ofMillis(1_340))).isEqualTo("1.3 s");
    assertThat(times.span(ofSeconds(61))).isEqualTo("1 min 1 s");
    assertThat(times.span(Duration.ofHours(22).plusMinutes(5))).isEqualTo("22 h 5 min");
    assertThat(times.span(Duration.ofHours(50))).isEqualTo("2 d 2 h");
  }

  @Test
  void timesAreTheCitys() {
    assertThat(times.second(T)).isEqualTo("2018-07-02 08:41:10");
  }

  @Test
  void theLineEndsWhereTheCaseDid() {
    assertThat(ProgressStage.of(CaseState.UNDER_REVIEW))
        .extracting(ProgressStage::place)
        .containsExactly(Place.PAST, Place.PAST, Place.NOW, Place.AHEAD);
    assertThat(ProgressStage.of(CaseState.REFUSED))
        .extracting(ProgressStage::state)
        .containsExactly(CaseState.COLLECTED, CaseState.REFUSED);
  }
}
