package city.tongban.canonical;

/**
 * Where the case was collected and where it belongs.
 *
 * @param collectingCentre 11-digit code of the centre the resident came to
 * @param homeCentre 11-digit code of the main centre that serves the applicant's street
 */
public record Places(String collectingCentre, String homeCentre) {}
