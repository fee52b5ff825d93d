package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.notice.WebhookBulkhead.Permit;
import org.junit.jupiter.api.Test;

class WebhookBulkheadTest {
  private final WebhookBulkhead bulkhead = new WebhookBulkhead(2, 1);

  @Test
  void aSlowPushLeavesItsPlaceToOthersAsLongAsThereIsOneAmongTheSlow() {
    Permit one = bulkhead.enter(false).orElseThrow();
    Permit two = bulkhead.enter(false).orElseThrow();
    assertThat(bulkhead.enter(false)).isEmpty();

    assertThat(one.moveToProbes()).isTrue();
    assertThat(one.probing()).isTrue();
    assertThat(bulkhead.free(false)).isEqualTo(1);
    assertThat(bulkhead.free(true)).isZero();

    assertThat(two.moveToProbes()).as("no place for a second slow one").isFalse();
    assertThat(two.probing()).isFalse();
  }

  @Test
  void aPlaceComesBackWhereItWasHeldLast() {
    Permit one = bulkhead.enter(false).orElseThrow();
    one.moveToProbes();

    one.close();
    bulkhead.enter(true).orElseThrow().close();

    assertThat(bulkhead.free(false)).isEqualTo(2);
    assertThat(bulkhead.free(true)).isEqualTo(1);
  }

  @Test
  void aPermitThatIsClosedTwiceFreesOnePlace() {
    Permit one = bulkhead.enter(true).orElseThrow();

    one.close();
    one.close();

    assertThat(bulkhead.free(true)).isEqualTo(1);
  }
}
