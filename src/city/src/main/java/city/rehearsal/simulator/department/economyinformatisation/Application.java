package city.rehearsal.simulator.department.economyinformatisation;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.JsonForm;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A correct application, and what the rules decide about it. */
record Application(Message message, Decision decision) {
  private static final String RESIDENT_ID = "01";

  static Application read(ObjectNode body, FieldCipher cipher) throws FormatException {
    JsonForm form = new JsonForm(body);
    String number = form.matching("lsh", ".{1,64}");
    String caseNo = form.matching("bjbh", ".{1,32}");
    String item = form.matching("sxdm", "SBK|SMRZ|HC03");
    form.matching("sldw", "\\d{11}");
    form.matching("sqsj", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00");
    JsonForm person = form.object("sqr");
    String name = cipher.decrypt(person.matching("xm", ".+"), number, "xm");
    String document = person.matching("zjlx", "0[1-5]");
    String idNumber = cipher.decrypt(person.matching("zjhm", ".+"), number, "zjhm");
    if (person.has("lxdh")) {
      cipher.decrypt(person.matching("lxdh", ".+"), number, "lxdh");
    }
    person.nothingElse();
    check(name, document, idNumber);
    Decision decision = Rules.decide(item, form.object("nr"));
    form.nothingElse();
    return new Application(
        new Message(number, caseNo, Message.Kind.APPLY, name, idNumber, item), decision);
  }

  private static void check(String name, String document, String idNumber) throws FormatException {
    Optional<String> flaw = Text.flawInName(name);
    if (flaw.isPresent()) {
      throw new FormatException("sqr.xm: " + flaw.get());
    }
    if (document.equals(RESIDENT_ID) && CitizenNumber.birth(idNumber).isEmpty()) {
      throw new FormatException("sqr.zjhm: 证件号码校验不通过");
    }
  }
}
