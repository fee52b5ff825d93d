package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.housing.Filing.Lease;
import city.rehearsal.simulator.housing.Filing.Person;
import city.rehearsal.simulator.housing.Filing.Security;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the filing form of contract 2.3, section 4, and refuses whatever the section does not
 * allow.
 */
final class FilingForm {
  static final String LEASE = "ZF01";
  static final String SECURITY = "BZ01";
  private static final String RESIDENT_ID = "01";
  private static final Set<String> PAPERS = Set.of(RESIDENT_ID, "02", "03", "04", "05");
  private static final Pattern OTHER_PAPER = Pattern.compile("[0-9A-Z()]{5,20}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9-]{4,18}");
  private static final Pattern CENTRE = Pattern.compile("\\d{11}");

  private FilingForm() {}

  static Filing read(ObjectNode form) throws FormatException {
    Block root = new Block("", form);
    String deliveryId = root.text("deliveryId", 64);
    String caseNo = root.text("caseNo", 32);
    String business = root.text("ywlx", 4);
    Person applicant = person(root.block("sqr"));
    @Nullable Block agent = root.blockIfAny("dlr");
    if (agent != null) {
      person(agent);
    }
    root.day("sqrq");
    if (!CENTRE.matcher(root.text("sldw", 11)).matches()) {
      throw root.wrong("sldw", "应为11位机构编码");
    }
    materials(root);
    Filing filing =
        switch (business) {
          case LEASE ->
              new Filing(deliveryId, caseNo, business, applicant, lease(root.block("zl")), null);
          case SECURITY ->
              new Filing(deliveryId, caseNo, business, applicant, null, security(root.block("bz")));
          default -> throw root.wrong("ywlx", "应为ZF01或BZ01");
        };
    root.nothingElse(); // a zl in a BZ01 has not been read, and is refused here
    return filing;
  }

  private static Person person(Block block) throws FormatException {
    String name = name(block, "xm");
    String papers = block.text("zjlx", 2);
    if (!PAPERS.contains(papers)) {
      throw block.wrong("zjlx", "不在代码表内");
    }
    String number = block.text("zjhm", 20);
    boolean right =
        papers.equals(RESIDENT_ID)
            ? CitizenNumber.birth(number).isPresent()
            : OTHER_PAPER.matcher(number).matches();
    if (!right) {
      throw block.wrong("zjhm", "证件号码校验不通过");
    }
    @Nullable String phone = block.textIfAny("lxdh", 20);
    if (phone != null && !PHONE.matcher(phone).matches()) {
      throw block.wrong("lxdh", "不是电话号码");
    }
    block.nothingElse();
    return new Person(name, number);
  }

  private static Lease lease(Block block) throws FormatException {
    block.text("dz", 300);
    name(block, "czrxm");
    Lease lease = new Lease(block.amount("yzj"), block.day("qsrq"), block.day("zzrq"));
    block.nothingElse();
    if (lease.monthlyRent().signum() == 0) {
      throw block.wrong("yzj", "应大于零");
    }
    return lease;
  }

  private static Security security(Block block) throws FormatException {
    Security security = new Security(block.whole("rks"), block.amount("nsr"), block.amount("jzmj"));
    block.nothingElse();
    return security;
  }

  private static void materials(Block root) throws FormatException {
    for (Block material : root.blocks("cl")) {
      material.text("bh", 40);
      material.text("mc", 300);
      material.text("ly", 2);
      material.nothingElse();
    }
  }

  private static String name(Block block, String field) throws FormatException {
    String name = block.text(field, 60);
    Optional<String> flaw = Text.flawInName(name);
    if (flaw.isPresent()) {
      throw block.wrong(field, flaw.get());
    }
    return name;
  }
}
