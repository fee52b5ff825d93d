package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.partner.AccessPolicy;
import city.tongban.partner.AccessPolicy.Ownership;
import city.tongban.partner.Partner;
import city.tongban.query.Queries;
import city.tongban.query.QueryView;
import org.springframework.stereotype.Component;

/** Reads a case or a query for a partner and refuses a partner that may not read it. */
@Component
class CaseAccess {
  private final Cases cases;
  private final Queries queries;
  private final AccessPolicy access;

  CaseAccess(Cases cases, Queries queries, AccessPolicy access) {
    this.cases = cases;
    this.queries = queries;
    this.access = access;
  }

  CaseView read(Partner partner, CaseNumber number) {
    return access.readCase(partner, number, cases.find(number), CaseAccess::ownership);
  }

  QueryView question(Partner partner, CaseNumber number) {
    return access.readCase(partner, number, queries.find(number), CaseAccess::ownership);
  }

  /** Checks a case or a query: both take their numbers from one serial. */
  void readEither(Partner partner, CaseNumber number) {
    if (queries.find(number).isPresent()) {
      question(partner, number);
    } else {
      read(partner, number);
    }
  }

  private static Ownership ownership(QueryView view) {
    return new Ownership(view.sender(), view.collectingCentre(), view.homeCentre(), view.backEnd());
  }

  private static Ownership ownership(CaseView view) {
    return new Ownership(view.sender(), view.collectingCentre(), view.homeCentre(), view.backEnd());
  }
}
