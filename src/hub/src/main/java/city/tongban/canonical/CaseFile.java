package city.tongban.canonical;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One resident's application for one item, in canonical form: the content of the canonical XML.
 *
 * @param collectedAt when the resident stood at the counter; decides validity, number and deadline
 * @param receivedAt when it reached the hub (business clock)
 * @param normalised what intake normalised, such as {@code /applicant/name: U+00B7 for U+2022}
 */
public record CaseFile(
    CaseNumber number,
    String item,
    Applicant applicant,
    @Nullable Agent agent,
    Places places,
    List<Material> materials,
    List<FormField> form,
    OffsetDateTime collectedAt,
    OffsetDateTime receivedAt,
    List<String> normalised,
    Envelope envelope) {
  private static final Pattern ITEM = Pattern.compile("[A-Z]{2}[0-9]{4}");

  public CaseFile {
    if (!ITEM.matcher(item).matches()) {
      throw TextRules.wrong("the item", "is not two capitals and four digits");
    }
    materials = List.copyOf(materials);
    form = List.copyOf(form);
    normalised = List.copyOf(normalised);
  }
}
