package city.tongban.console;

import city.tongban.canonical.Agent;
import city.tongban.canonical.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a header may show of a case's contents: the persons are masked, the form stays shut.
 *
 * @param agent who brought the case, if not the applicant
 * @param normalised what intake changed to the normal form
 */
record CaseSummary(
    String applicant,
    String idType,
    String idNumber,
    @Nullable String agent,
    int materials,
    List<String> normalised) {

  static CaseSummary of(CaseFile file) {
    Agent agent = file.agent();
    return new CaseSummary(
        Masking.name(file.applicant().name().value()),
        file.applicant().idType().name(),
        Masking.number(file.applicant().idNumber()),
        agent == null ? null : Masking.name(agent.name().value()),
        file.materials().size(),
        file.normalised());
  }
}
