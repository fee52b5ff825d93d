package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.archives.Block.Person;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of the archives, as the interface has it (1.4, sections 2 and 3): to look
 * something up, or to leave it.
 *
 * @param query null of a withdrawal
 * @param original the request that is taken back
 */
record Request(
    String number,
    String caseNo,
    @Nullable Query query,
    @Nullable String original,
    @Nullable String reason) {
  private static final Pattern CENTRE = Pattern.compile("\\d{11}");
  private static final Pattern COLLECTION = Pattern.compile("HYDJ|DSZN|GSRD|XJ");

  /**
   * What is to be looked up.
   *
   * @param collection the kind of files
   */
  record Query(Person applicant, String collection, Decision decision) {}

  static Request read(String correlation, byte[] bytes) throws FormatException {
    Block block = new Block(Xml.document(bytes));
    String number = block.text("QQBH", 64);
    if (!number.equals(correlation)) {
      throw block.wrong("QQBH", "与JMSCorrelationID不一致");
    }
    String caseNo = block.text("AJBH", 32);
    Request request =
        switch (block.name()) {
          case "DACX" -> new Request(number, caseNo, query(block), null, null);
          case "DACH" ->
              new Request(number, caseNo, null, block.text("YQQBH", 64), block.text("CHYY", 300));
          default -> throw new FormatException("未知的报文" + block.name());
        };
    block.nothingElse();
    return request;
  }

  private static Query query(Block block) throws FormatException {
    String collection = block.text("DALX", COLLECTION);
    Person applicant = block.person("SQR");
    if (block.has("DBR")) {
      block.person("DBR");
    }
    block.text("SLZX", CENTRE);
    block.text("YT", 150);
    Block conditions = block.part("CXTJ");
    Decision decision = Rules.on(collection, conditions, block.dayOf("SQSJ"));
    conditions.nothingElse();
    return new Query(applicant, collection, decision);
  }
}
