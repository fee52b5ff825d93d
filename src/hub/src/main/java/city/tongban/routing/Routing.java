package city.tongban.routing;

import city.tongban.canonical.Applicant;
import city.tongban.canonical.Refusal;
import city.tongban.cases.Application;
import city.tongban.cases.Router;
import city.tongban.catalogue.Calendar;
import city.tongban.catalogue.Catalogue;
import city.tongban.catalogue.Centre;
import city.tongban.catalogue.Item;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connectors;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/**
 * Finds the route of each application from the catalogue, the centres and the calendar of the day
 * on which it was collected.
 */
@Service
public class Routing implements Router {
  private final Catalogue catalogue;
  private final Calendar calendar;
  private final Connectors connectors;

  Routing(Catalogue catalogue, Calendar calendar, Connectors connectors) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.connectors = connectors;
  }

  @Override
  public Route route(Application application) {
    Item item = item(application);
    if (item.kind() == Item.Kind.QUERY) {
      throw isQuery(item);
    }
    return route(application, item);
  }

  @Override
  public Route ask(Application application) {
    Item item = item(application);
    if (item.kind() != Item.Kind.QUERY) {
      throw isNoQuery(item);
    }
    return route(application, item);
  }

  private Route route(Application application, Item item) {
    Centre collecting = catalogue.centre(application.collectingCentre(), "/collectingCentre");
    String home = home(application.applicant(), collecting);
    refuseElsewhere(item, collecting, home);
    String backEnd = connectors.offering(item.code()).orElseThrow(() -> notCarried(item)).backEnd();
    LocalDate deadline = calendar.plusWorkingDays(day(application), item.daysLimit()).orElse(null);
    return new Route(backEnd, home, collecting.district(), deadline);
  }

  private Item item(Application application) {
    return catalogue.item(application.item(), day(application));
  }

  private static LocalDate day(Application application) {
    return application.collectedAt().atZoneSameInstant(BusinessClock.ZONE).toLocalDate();
  }

  /**
   * The main centre of the street of registration, else of residence, else of the collecting
   * centre.
   */
  private String home(Applicant applicant, Centre collecting) {
    if (applicant.registeredStreet() != null) {
      return catalogue.homeCentreOf(applicant.registeredStreet());
    }
    if (applicant.livingStreet() != null) {
      return catalogue.homeCentreOf(applicant.livingStreet());
    }
    return collecting.main();
  }

  private static Refusal isQuery(Item item) {
    return Refusal.of("HUB-3003", "%s is a question and opens no case", item.code())
        .because("questions are answered at the counter, while the resident waits")
        .fix("send the same message to POST /api/v1/queries")
        .at("/item");
  }

  private static Refusal isNoQuery(Item item) {
    return Refusal.of("HUB-3004", "%s is applied for and cannot be asked", item.code())
        .because("a department decides it, which takes a case")
        .fix("send the same message to POST /api/v1/cases")
        .at("/item");
  }

  private static void refuseElsewhere(Item item, Centre collecting, String home) {
    if (item.mode() == Item.Mode.HOME_ONLY && !collecting.main().equals(home)) {
      throw Refusal.of("HUB-3002", "%s can be applied for at the home centre only", item.code())
          .because("the item is not handled city-wide, and the home centre is " + home)
          .fix("send the resident to centre " + home)
          .at("/item");
    }
  }

  private static Refusal notCarried(Item item) {
    return Refusal.of("HUB-3001", "no connector carries %s yet", item.code())
        .because("its back-end, " + item.backEnd() + ", is not connected")
        .fix("apply at the department's own counter")
        .at("/item");
  }
}
