package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.notice.WebhookBulkhead.Permit;
import org.junit.jupiter.api.Test;

class WebhookBulkheadTest {
  @Test
  void aSlowPushLeavesItsSlotToOthersAsLongAsThereIsRoomAmongTheSlow() {
    WebhookBulkhead bulkhead = new WebhookBulkhead(2, 1);
    Permit one = bulkhead.take(false);
    Permit two = bulkhead.take(false);
    assertThat(bulkhead.take(false)).isNull();

    assertThat(one.goesOnSlowly()).isTrue();
    assertThat(one.probing()).isTrue();
    assertThat(bulkhead.free(false)).isEqualTo(1);
    assertThat(bulkhead.free(true)).isZero();

    assertThat(two.goesOnSlowly()).as("no room for a second slow one").isFalse();
    assertThat(two.probing()).isFalse();
  }

  @Test
  void eachSlotComesBackToWhereItWasCountedLast() {
    WebhookBulkhead bulkhead = new WebhookBulkhead(2, 1);
    Permit one = bulkhead.take(false);
    one.goesOnSlowly();

    one.give();
    bulkhead.take(true).give();

    assertThat(bulkhead.free(false)).isEqualTo(2);
    assertThat(bulkhead.free(true)).isEqualTo(1);
  }
}
