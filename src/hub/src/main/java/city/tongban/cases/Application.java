package city.tongban.cases;

import city.tongban.canonical.Agent;
import city.tongban.canonical.Applicant;
import city.tongban.canonical.Envelope;
import city.tongban.canonical.FormField;
import city.tongban.canonical.Material;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application from a centre, validated and normalised, before it has a number.
 *
 * @param receivedAt business clock
 * @param lateUpload collected off-line and uploaded later
 */
public record Application(
    String item,
    Applicant applicant,
    @Nullable Agent agent,
    String collectingCentre,
    List<Material> materials,
    List<FormField> form,
    OffsetDateTime collectedAt,
    OffsetDateTime receivedAt,
    List<String> normalised,
    Envelope envelope,
    boolean lateUpload) {}
