package city.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.intake.IntakeFixture;
import city.tongban.intake.RefusalRecorder;
import city.tongban.intake.RefusedMessageException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** The sum works for every way a case can stand, and stops working when one is lost or doubled. */
class ControlTotalsTest {
  private final IntakeFixture hub = new IntakeFixture();
  private ControlTotals sum;

  @BeforeEach
  void everyWayACaseCanStand() {
    sum =
        new ControlTotals(
            hub.jdbc(),
            hub.context.getBean(RefusalRecorder.class),
            hub.context.getBean(PlatformTransactionManager.class));
    standing("DECIDED", "ANSWERED");
    standing("REFUSED", "ANSWERED");
    standing("WITHDRAWN", "CANCELLED");
    standing("COLLECTED", "CANCELLED");
    standing("COLLECTED", "PARKED");
    standing("ACCEPTED", "UNCONFIRMED");
    standing("COLLECTED", "WAITING");
    standing("COLLECTED", "SENDING");
    standing("UNDER_REVIEW", "SENT");
    refuse("{\"messageId\":\"bad\"}");
    refuse("{");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void inIsOutAndRefusedAndParkedAndWaiting() {
    assertThat(sum.now())
        .isEqualTo(
            new ControlTotals.Total(
                11,
                2,
                4,
                2,
                3,
                Map.of("housing", new ControlTotals.Counts(9, 0, 4, 2, 3)),
                Map.of()));
  }

  @Test
  void aMessageWhoseCaseIsGoneIsMissed() {
    hub.jdbc().sql("delete from delivery where state = 'WAITING'").update();
    hub.jdbc()
        .sql("delete from hub_case where number not in (select case_number from delivery)")
        .update();

    assertThat(difference()).isEqualTo(1);
  }

  @Test
  void aCaseThatNothingCarriesOnIsMissed() {
    hub.jdbc().sql("delete from delivery where state = 'SENDING'").update();

    assertThat(difference()).isEqualTo(1);
  }

  @Test
  void aCaseThatNobodySentIsNoticed() {
    hub.jdbc().sql("delete from inbox where message_id = 'SENT-UNDER_REVIEW'").update();

    assertThat(difference()).isEqualTo(-1);
  }

  private long difference() {
    ControlTotals.Total now = sum.now();
    return now.in() - now.refused() - now.out() - now.parked() - now.waiting();
  }

  private void standing(String caseState, String deliveryState) {
    String number =
        hub.intake()
            .accept(
                IntakeFixture.SENDER,
                IntakeFixture.incoming(deliveryState + "-" + caseState, m -> {}))
            .number()
            .value();
    hub.jdbc()
        .sql("update hub_case set state = ? where number = ?")
        .param(caseState)
        .param(number)
        .update();
    hub.jdbc()
        .sql(
            """
            insert into delivery (case_number, sequence, back_end, kind, item, state, due_at, created_at, changed_at)
            values (?, 1, 'housing', 'APPLY', 'ZJ9001', ?, now(), now(), now())
            """)
        .param(number)
        .param(deliveryState)
        .update();
  }

  private void refuse(String body) {
    assertThatThrownBy(
            () -> hub.intake().accept(IntakeFixture.SENDER, IntakeFixture.incoming(body)))
        .isInstanceOf(RefusedMessageException.class);
  }
}
