package city.tongban.cases;

import city.tongban.canonical.Answer;
import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Places;
import city.tongban.canonical.Refusal;
import city.tongban.vault.EncryptionContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases that have a number. Writes join the caller's transaction and require one. */
@Service
public class Cases {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private final CaseTable table;
  private final SearchKeys search;
  private final Router router;
  private final ApplicationEventPublisher events;
  private final Clock wall;

  Cases(
      CaseTable table,
      SearchKeys search,
      Router router,
      ApplicationEventPublisher events,
      Clock wall) {
    this.table = table;
    this.search = search;
    this.router = router;
    this.events = events;
    this.wall = wall;
  }

  /** A case just opened: its file, its back-end and its deadline. */
  public record Opened(CaseFile file, String backEnd, @Nullable LocalDate deadline) {}

  /**
   * Gives the application its number, home centre and deadline, stores it as COLLECTED and
   * publishes {@code CaseOpened}.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Opened open(Application application) {
    Router.Route route = router.route(application);
    CaseFile file = numbered(application, route);
    table.insert(file, application, route, CanonicalXml.write(file), wall.instant());
    events.publishEvent(new CaseOpened(file, route.backEnd(), route.deadline()));
    return new Opened(file, route.backEnd(), route.deadline());
  }

  /** Applies a department's answer. The case's row stays locked until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Applied apply(CaseNumber number, Answer answer) {
    CaseView view = lock(number);
    List<CaseState> moves = CaseLifecycle.after(view.state(), answer.outcome());
    if (moves.isEmpty()) {
      return new Applied(view, false);
    }
    for (CaseState next : moves) {
      view = move(view, next, answer);
    }
    table.moved(view); // the last state; each move on the way has its trace step and its notice
    return new Applied(view, true);
  }

  /** The case after an answer, and whether the answer moved it. */
  public record Applied(CaseView view, boolean moved) {}

  /**
   * Requests the withdrawal of a case; it is WITHDRAWN at once only when no delivery has been sent.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseState withdraw(CaseNumber number, String reason) {
    CaseView view = lock(number);
    if (view.state().isFinal()) {
      throw Refusal.of("HUB-2002", "case %s is %s and cannot be withdrawn", number, view.state())
          .because("a case can be withdrawn before its decision only")
          .fix("read the case; if the department decided, ask the department");
    }
    events.publishEvent(new WithdrawalRequested(view, reason));
    return get(number).state();
  }

  /** Locks the case's row, under which its deliveries are ordered. */
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseView lock(CaseNumber number) {
    return table.lock(number).orElseThrow(() -> unknown(number));
  }

  public Optional<CaseView> find(CaseNumber number) {
    return table.find(number);
  }

  public CaseView get(CaseNumber number) {
    return find(number).orElseThrow(() -> unknown(number));
  }

  /** Cases, the most recently changed first. */
  public List<CaseView> recent(int limit) {
    return table.recent(limit);
  }

  /** Cases of the person with this number or name, the most recently changed first. */
  public List<CaseView> ofPerson(String numberOrName, int limit) {
    return search.meant(numberOrName).stream()
        .flatMap(key -> table.of(key, limit).stream())
        .distinct()
        .limit(limit)
        .toList();
  }

  /** The case with its contents. */
  public Optional<CaseFile> file(CaseNumber number) {
    return table.canonical(number).map(CanonicalXml::read);
  }

  /**
   * The encryption context of a case's canonical XML, for a stage that reads it from its own rows.
   */
  public static EncryptionContext canonicalAt(CaseNumber number) {
    return CaseTable.canonicalAt(number);
  }

  private CaseView move(CaseView view, CaseState next, Answer answer) {
    boolean decided = next == CaseState.DECIDED;
    String outcome = decided ? answer.outcome().name() : null;
    String reason = decided || next == CaseState.REFUSED ? answer.reason() : null;
    CaseView after = view.moved(next, outcome, reason, wall.instant());
    events.publishEvent(new CaseMoved(view.state(), after));
    String word = next.name().toLowerCase(Locale.ROOT).replace('_', '-');
    events.publishEvent(new NoticeRequested(after, "city.tongban.case." + word, null));
    return after;
  }

  /** Numbers the application without opening a case. */
  public CaseFile numbered(Application application, Router.Route route) {
    LocalDate day = application.collectedAt().atZoneSameInstant(CITY).toLocalDate();
    return new CaseFile(
        CaseNumber.of(route.district(), day, table.nextSerial()),
        application.item(),
        application.applicant(),
        application.agent(),
        new Places(application.collectingCentre(), route.homeCentre()),
        application.materials(),
        application.form(),
        application.collectedAt(),
        application.receivedAt(),
        application.normalised(),
        application.envelope());
  }

  private static Refusal unknown(CaseNumber number) {
    return Refusal.of("HUB-2001", "there is no case %s", number)
        .fix("send the number printed on the receipt, unchanged");
  }
}
