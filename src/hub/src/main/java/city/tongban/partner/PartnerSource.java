package city.tongban.partner;

import java.util.List;

/**
 * Says who the partners are: told by those who know the centres and the back-ends, asked once at
 * start.
 */
public interface PartnerSource {
  List<Partner> partners();
}
