package city.tongban.console;

import city.tongban.canonical.Agent;
import city.tongban.canonical.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's contents as a header may show them: persons are masked, form fields are left out.
 *
 * @param agent the person who brought the case, if not the applicant
 * @param normalised what intake normalised
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
