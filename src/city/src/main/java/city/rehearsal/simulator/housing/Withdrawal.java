package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.FormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The wish to take a filing back, contract 2.3, section 5. */
record Withdrawal(String deliveryId, String caseNo, String originalDeliveryId, String reason) {

  static Withdrawal read(ObjectNode form) throws FormatException {
    Block root = new Block("", form);
    Withdrawal wish =
        new Withdrawal(
            root.text("deliveryId", 64),
            root.text("caseNo", 32),
            root.text("originalDeliveryId", 64),
            root.text("yy", 300));
    root.nothingElse();
    return wish;
  }
}
