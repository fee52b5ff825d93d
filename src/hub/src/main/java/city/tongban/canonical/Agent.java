package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/**
 * The person who brings the case for the applicant.
 *
 * @param relation how the agent is related to the applicant, in the centre's words
 */
public record Agent(
    PersonName name,
    IdType idType,
    String idNumber,
    @Nullable Phone phone,
    @Nullable String relation) {
  public Agent {
    idNumber = IdNumbers.checked(idType, idNumber);
    relation = relation == null ? null : TextRules.line("the agent's relation", relation, 60);
  }
}
