package city.rehearsal.simulator.economyinformatisation;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An application that is filled in properly.
 *
 * @param decision what the bureau makes of it
 */
record Application(Message message, Decision decision) {
  private static final String RESIDENT = "01";
  private static final String NUMBER = ".{1,64}";

  static Application read(ObjectNode body, Envelopes envelopes) throws FormError {
    Form form = new Form("", body);
    String number = form.text("lsh", NUMBER);
    String caseNo = form.text("bjbh", ".{1,32}");
    String item = form.text("sxdm", "SBK|SMRZ|HC03");
    form.text("sldw", "\\d{11}");
    form.text("sqsj", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00");
    Form person = form.object("sqr");
    String name = envelopes.open(person.text("xm", ".+"), number, "xm");
    String papers = person.text("zjlx", "0[1-5]");
    String idNumber = envelopes.open(person.text("zjhm", ".+"), number, "zjhm");
    if (person.has("lxdh")) {
      envelopes.open(person.text("lxdh", ".+"), number, "lxdh");
    }
    person.nothingElse();
    check(name, papers, idNumber);
    Decision decision = Rules.on(item, form.object("nr"));
    form.nothingElse();
    return new Application(
        new Message(number, caseNo, Message.Kind.APPLY, name, idNumber, item), decision);
  }

  private static void check(String name, String papers, String idNumber) throws FormError {
    Optional<String> flaw = Text.flawInName(name);
    if (flaw.isPresent()) {
      throw new FormError("sqr.xm", flaw.get());
    }
    if (papers.equals(RESIDENT) && CitizenNumber.birth(idNumber).isEmpty()) {
      throw new FormError("sqr.zjhm", "证件号码校验不通过");
    }
  }
}
