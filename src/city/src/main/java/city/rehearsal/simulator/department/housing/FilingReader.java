package city.rehearsal.simulator.department.housing;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.JsonForm;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms of contract 2.3, sections 4 and 5, and refuses what the contract does not allow.
 */
final class FilingReader {
  private static final String LEASE = "ZF01";
  private static final String SECURITY = "BZ01";
  private static final String RESIDENT_ID = "01";
  private static final Set<String> ID_DOCUMENTS = Set.of(RESIDENT_ID, "02", "03", "04", "05");

  /** A correct filing, and what the rules decide about it. */
  record Filing(Message message, Decision decision) {}

  /** The request to withdraw a filing, section 5. */
  record Withdrawal(String deliveryId, String caseNo, String originalDeliveryId, String reason) {}

  private record Person(String name, String idNumber) {}

  private FilingReader() {}

  static Filing filing(ObjectNode body) throws FormatException {
    JsonForm form = new JsonForm(body);
    String deliveryId = form.text("deliveryId", 64);
    String caseNo = form.text("caseNo", 32);
    String service = form.text("ywlx", 4);
    Person applicant = person(form.object("sqr"));
    @Nullable JsonForm agent = form.objectIfAny("dlr");
    if (agent != null) {
      person(agent);
    }
    form.day("sqrq");
    if (!Formats.CENTRE.test(form.text("sldw", 11))) {
      throw form.wrong("sldw", "应为11位机构编码");
    }
    materials(form);
    Decision decision =
        switch (service) {
          case LEASE -> lease(form.object("zl"));
          case SECURITY -> security(form.object("bz"));
          default -> throw form.wrong("ywlx", "应为ZF01或BZ01");
        };
    form.nothingElse(); // a zl in a BZ01 has not been read, and is refused here
    return new Filing(
        new Message(
            deliveryId,
            caseNo,
            Message.Kind.APPLY,
            applicant.name(),
            applicant.idNumber(),
            service),
        decision);
  }

  static Withdrawal withdrawal(ObjectNode body) throws FormatException {
    JsonForm form = new JsonForm(body);
    Withdrawal withdrawal =
        new Withdrawal(
            form.text("deliveryId", 64),
            form.text("caseNo", 32),
            form.text("originalDeliveryId", 64),
            form.text("yy", 300));
    form.nothingElse();
    return withdrawal;
  }

  private static Person person(JsonForm form) throws FormatException {
    String name = name(form, "xm");
    String document = form.text("zjlx", 2);
    if (!ID_DOCUMENTS.contains(document)) {
      throw form.wrong("zjlx", "不在代码表内");
    }
    String number = form.text("zjhm", 20);
    boolean right =
        document.equals(RESIDENT_ID)
            ? CitizenNumber.birth(number).isPresent()
            : Formats.DOCUMENT_NUMBER.test(number);
    if (!right) {
      throw form.wrong("zjhm", "证件号码校验不通过");
    }
    @Nullable String phone = form.textIfAny("lxdh", 20);
    if (phone != null && !Formats.PHONE.test(phone)) {
      throw form.wrong("lxdh", "不是电话号码");
    }
    form.nothingElse();
    return new Person(name, number);
  }

  /** Block zl of a lease filing, ZF01. */
  private static Decision lease(JsonForm form) throws FormatException {
    form.text("dz", 300);
    name(form, "czrxm");
    BigDecimal monthlyRent = form.amount("yzj");
    Decision decision = Rules.lease(monthlyRent, form.day("qsrq"), form.day("zzrq"));
    form.nothingElse();
    if (monthlyRent.signum() == 0) {
      throw form.wrong("yzj", "应大于零");
    }
    return decision;
  }

  /** Block bz of a request for housing security, BZ01. */
  private static Decision security(JsonForm form) throws FormatException {
    int household = form.whole("rks");
    form.amount("nsr");
    Decision decision = Rules.security(household, form.amount("jzmj"));
    form.nothingElse();
    return decision;
  }

  private static void materials(JsonForm form) throws FormatException {
    for (JsonForm material : form.objects("cl")) {
      material.text("bh", 40);
      material.text("mc", 300);
      material.text("ly", 2);
      material.nothingElse();
    }
  }

  private static String name(JsonForm form, String field) throws FormatException {
    String name = form.text(field, 60);
    Optional<String> flaw = Text.flawInName(name);
    if (flaw.isPresent()) {
      throw form.wrong(field, flaw.get());
    }
    return name;
  }
}
