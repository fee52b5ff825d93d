package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.Sm3;
import city.rehearsal.simulator.core.StoredMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Answers questions; the same question with the same number gets the same answer. */
final class QuestionHandler {
  static final String ACCOUNT = "gjj.101.001.01";
  static final String BANKS = "gjj.103.001.01";
  static final String INQUIRY = "gjj.105.001.01";
  static final String STATEMENT = "gjj.107.001.01";

  private final QuestionJournal journal;
  private final BusinessClock clock;
  private final DailyStatement statement;

  QuestionHandler(QuestionJournal journal, BusinessClock clock, DailyStatement statement) {
    this.journal = journal;
    this.clock = clock;
    this.statement = statement;
  }

  /** Whether a telegram is a resident's question, and not one of the hub's own. */
  static boolean isQuestion(String type) {
    return type.equals(ACCOUNT) || type.equals(BANKS);
  }

  Answer answer(TelegramHeader head, Telegram telegram) throws FundException {
    return switch (head.msgTp()) {
      case ACCOUNT, BANKS -> question(head, telegram);
      case INQUIRY ->
          inquiry(DocumentFields.read(telegram.document(), "MsgQry").text("OrgnlMsgId"));
      case STATEMENT -> statement.of(head.day(), clock.local());
      default -> throw new FundException("1002", "报文类型未登记");
    };
  }

  /** Synchronized: two questions with the same number must not both be new. */
  private synchronized Answer question(TelegramHeader head, Telegram telegram)
      throws FundException {
    String content =
        Sm3.hex(
            (head.msgTp() + new String(telegram.document(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    Optional<AnsweredQuestion> before = journal.find(head.reqId());
    if (before.isPresent()) {
      if (!before.get().content().equals(content)) {
        throw new FundException("1409", "报文标识号重复且内容不一致");
      }
      return before.get().toAnswer();
    }
    OffsetDateTime now = clock.local();
    if (!WorkingHours.isOpen(now)) {
      throw new FundException("9001", "非服务时间");
    }
    return take(head, telegram, content, now);
  }

  private Answer take(TelegramHeader head, Telegram telegram, String content, OffsetDateTime now)
      throws FundException {
    boolean account = head.msgTp().equals(ACCOUNT);
    DocumentFields fields = DocumentFields.read(telegram.document(), account ? "AcctQry" : "BkQry");
    if (!fields.text("MsgId").equals(head.reqId())) {
      throw new FundException("1002", "报文标识号与报文头不一致");
    }
    Lookup lookup = account ? Accounts.find(fields, now.toLocalDate()) : BankBranches.find(fields);
    Instant at = now.toInstant();
    String number = number(at);
    String type = account ? "gjj.102.001.01" : "gjj.104.001.01";
    Answer answer =
        new Answer(
            lookup.code().equals("0000") ? type : Answer.REFUSAL,
            number,
            lookup.code(),
            AnswerDocument.of(lookup.element(), head.reqId(), number, lookup, now));
    journal.add(
        new AnsweredQuestion(
            head.reqId(),
            head.msgTp(),
            telegram.mac(),
            content,
            answer.code(),
            answer.type(),
            number,
            answer.document(),
            at),
        stored(head, fields, lookup, number, at));
    return answer;
  }

  private StoredMessage stored(
      TelegramHeader head, DocumentFields fields, Lookup lookup, String number, Instant at)
      throws FundException {
    Message message =
        new Message(
            head.reqId(),
            head.reqId().replaceFirst("/\\d+$", ""),
            Message.Kind.QUERY,
            fields.text("xingming"),
            fields.text("zjhm"),
            head.msgTp().equals(ACCOUNT) ? "GRCX" : "YHCX");
    // the store knows decisions only: found is stored as APPROVED, not found as REJECTED
    ApplicationStatus status =
        switch (lookup.code()) {
          case "0000" -> ApplicationStatus.APPROVED;
          case "1404" -> ApplicationStatus.REJECTED;
          default -> ApplicationStatus.NOT_ACCEPTED;
        };
    return StoredMessage.settled(journal.next(), number, message, at, status, lookup.words());
  }

  /** The answer to an earlier question; it is given at any hour. */
  private Answer inquiry(String id) throws FundException {
    return journal
        .find(id)
        .map(AnsweredQuestion::toAnswer)
        .orElseThrow(() -> new FundException("1405", "无此报文"));
  }

  Answer refusal(TelegramHeader head, String code, String words) {
    OffsetDateTime now = clock.local();
    return new Answer(
        Answer.REFUSAL,
        "",
        code,
        AnswerDocument.of("SysCfm", head.reqId(), "", Lookup.none(code, words), now));
  }

  private String number(Instant at) {
    String day = BusinessClock.local(at).toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE);
    return String.format(Locale.ROOT, "GJJ%s%07d", day, journal.next());
  }
}
