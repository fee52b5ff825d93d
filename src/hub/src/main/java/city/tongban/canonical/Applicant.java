package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/**
 * The person whose case it is.
 *
 * @param registeredStreet 9-digit street code of the household registration, if in this city
 * @param livingStreet 9-digit street code of where the applicant lives, if in this city
 */
public record Applicant(
    PersonName name,
    IdType idType,
    String idNumber,
    @Nullable Phone phone,
    @Nullable String registeredStreet,
    @Nullable String livingStreet) {
  public Applicant {
    idNumber = IdNumbers.checked(idType, idNumber);
    if (registeredStreet != null) {
      Places.street("the registered street", registeredStreet);
    }
    if (livingStreet != null) {
      Places.street("the living street", livingStreet);
    }
  }
}
