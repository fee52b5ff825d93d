package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Answers what is asked, once for each number: the same question again gets the same answer. */
final class Clerk {
  static final String ACCOUNT = "gjj.101.001.01";
  static final String BANKS = "gjj.103.001.01";
  static final String INQUIRY = "gjj.105.001.01";
  static final String STATEMENT = "gjj.107.001.01";

  private final Ledger ledger;
  private final BusinessClock clock;
  private final Statement statement;

  Clerk(Ledger ledger, BusinessClock clock, Statement statement) {
    this.ledger = ledger;
    this.clock = clock;
    this.statement = statement;
  }

  /** Whether it is a resident who asks, and not the hub for itself. */
  static boolean isQuestion(String type) {
    return type.equals(ACCOUNT) || type.equals(BANKS);
  }

  Said answer(Head head, Telegram telegram) throws Objection {
    return switch (head.msgTp()) {
      case ACCOUNT, BANKS -> question(head, telegram);
      case INQUIRY -> inquiry(Sheet.read(telegram.document(), "MsgQry").text("OrgnlMsgId"));
      case STATEMENT -> statement.of(head.day(), clock.local());
      default -> throw new Objection("1002", "报文类型未登记");
    };
  }

  /** One at a time: two with the same number must not both be new. */
  private synchronized Said question(Head head, Telegram telegram) throws Objection {
    String content =
        Seal.digest(head.msgTp() + new String(telegram.document(), StandardCharsets.UTF_8));
    Optional<Asked> before = ledger.find(head.reqId());
    if (before.isPresent()) {
      if (!before.get().content().equals(content)) {
        throw new Objection("1409", "报文标识号重复且内容不一致");
      }
      return before.get().said();
    }
    OffsetDateTime now = clock.local();
    if (!WorkingHours.open(now)) {
      throw new Objection("9001", "非服务时间");
    }
    return take(head, telegram, content, now);
  }

  private Said take(Head head, Telegram telegram, String content, OffsetDateTime now)
      throws Objection {
    boolean account = head.msgTp().equals(ACCOUNT);
    Sheet sheet = Sheet.read(telegram.document(), account ? "AcctQry" : "BkQry");
    if (!sheet.text("MsgId").equals(head.reqId())) {
      throw new Objection("1002", "报文标识号与报文头不一致");
    }
    Finding finding = account ? Accounts.find(sheet, now.toLocalDate()) : Banks.find(sheet);
    Instant at = now.toInstant();
    String number = number(at);
    String type = account ? "gjj.102.001.01" : "gjj.104.001.01";
    Said said =
        new Said(
            finding.code().equals("0000") ? type : Said.REFUSAL,
            number,
            finding.code(),
            Paper.of(finding.element(), head.reqId(), number, finding, now));
    ledger.take(
        new Asked(
            head.reqId(),
            head.msgTp(),
            telegram.mac(),
            content,
            said.code(),
            said.type(),
            number,
            said.document(),
            at),
        entry(head, sheet, finding, number, at));
    return said;
  }

  private StoredMessage entry(Head head, Sheet sheet, Finding finding, String number, Instant at)
      throws Objection {
    Message message =
        new Message(
            head.reqId(),
            head.reqId().replaceFirst("/\\d+$", ""),
            Message.Kind.QUERY,
            sheet.text("xingming"),
            sheet.text("zjhm"),
            head.msgTp().equals(ACCOUNT) ? "GRCX" : "YHCX");
    // the words that all departments share know of decisions only: found is a yes, nothing a no
    ApplicationStatus status =
        switch (finding.code()) {
          case "0000" -> ApplicationStatus.APPROVED;
          case "1404" -> ApplicationStatus.REJECTED;
          default -> ApplicationStatus.NOT_ACCEPTED;
        };
    return StoredMessage.settled(ledger.next(), number, message, at, status, finding.words());
  }

  /** What was said under a number, again; asked at any hour. */
  private Said inquiry(String id) throws Objection {
    return ledger.find(id).map(Asked::said).orElseThrow(() -> new Objection("1405", "无此报文"));
  }

  Said refusal(Head head, String code, String words) {
    OffsetDateTime now = clock.local();
    return new Said(
        Said.REFUSAL,
        "",
        code,
        Paper.of("SysCfm", head.reqId(), "", Finding.none(code, words), now));
  }

  private String number(Instant at) {
    String day = BusinessClock.local(at).toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
    return String.format(Locale.ROOT, "GJJ%s%07d", day, ledger.next());
  }
}
