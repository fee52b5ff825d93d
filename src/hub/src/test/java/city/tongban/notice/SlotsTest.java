package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.notice.Slots.Slot;
import org.junit.jupiter.api.Test;

class SlotsTest {
  @Test
  void aSlowPushLeavesItsSlotToOthersAsLongAsThereIsRoomAmongTheSlow() {
    Slots slots = new Slots(2, 1);
    Slot one = slots.take(false);
    Slot two = slots.take(false);
    assertThat(slots.take(false)).isNull();

    assertThat(one.goesOnSlowly()).isTrue();
    assertThat(one.probing()).isTrue();
    assertThat(slots.free(false)).isEqualTo(1);
    assertThat(slots.free(true)).isZero();

    assertThat(two.goesOnSlowly()).as("no room for a second slow one").isFalse();
    assertThat(two.probing()).isFalse();
  }

  @Test
  void eachSlotComesBackToWhereItWasCountedLast() {
    Slots slots = new Slots(2, 1);
    Slot one = slots.take(false);
    one.goesOnSlowly();

    one.give();
    slots.take(true).give();

    assertThat(slots.free(false)).isEqualTo(2);
    assertThat(slots.free(true)).isEqualTo(1);
  }
}
