package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.partner.Access;
import city.tongban.partner.Access.Ownership;
import city.tongban.partner.Partner;
import org.springframework.stereotype.Component;

/** Fetches a case for a partner, who must be allowed to read it. */
@Component
class Owned {
  private final Cases cases;
  private final Access access;

  Owned(Cases cases, Access access) {
    this.cases = cases;
    this.access = access;
  }

  CaseView read(Partner partner, CaseNumber number) {
    return access.readCase(partner, number, cases.find(number), Owned::ownership);
  }

  private static Ownership ownership(CaseView view) {
    return new Ownership(view.sender(), view.collectingCentre(), view.homeCentre(), view.backEnd());
  }
}
