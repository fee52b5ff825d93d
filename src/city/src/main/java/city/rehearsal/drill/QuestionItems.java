package city.rehearsal.drill;

import city.rehearsal.drill.Question.Kind;
import city.rehearsal.drill.Question.Way;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The questions of the drill, and how to cause each answer at the department. */
final class QuestionItems {
  private static final String FOUND = "FOUND";
  private static final String NOT_FOUND = "NOT_FOUND";
  private static final String NOT_ACCEPTED = "NOT_ACCEPTED";
  private static final String FUND = "provident-fund";

  private static final List<Kind> ALL =
      List.of(
          // contributions begin at 22, the pension at 60
          new Kind(
              "RS9023",
              null,
              List.of(
                  new Way(FOUND, random -> Resident.citizen(random, 1960, 1990), Map.of()),
                  new Way(NOT_FOUND, Resident::child, Map.of()))),
          new Kind(
              "RS9024",
              null,
              List.of(
                  new Way(FOUND, random -> Resident.citizen(random, 1940, 1956), Map.of()),
                  new Way(NOT_FOUND, random -> Resident.citizen(random, 1970, 1990), Map.of()))),
          // not found: an account whose digits add up to 7; not accepted: a future year
          new Kind(
              "GJ9001",
              FUND,
              List.of(
                  new Way(FOUND, random -> saver(random, true), account("2017")),
                  new Way(NOT_FOUND, random -> saver(random, false), account("2018")),
                  new Way(NOT_ACCEPTED, Resident::adult, account("2093")))),
          new Kind(
              "GJ9002",
              FUND,
              List.of(
                  new Way(FOUND, Resident::adult, banks("310104", "PAYMENT")),
                  // not found: a district without a paying branch; not accepted: another city
                  new Way(NOT_FOUND, Resident::adult, banks("310151", "WITHDRAWAL")),
                  new Way(NOT_ACCEPTED, Resident::adult, banks("320501", "PAYMENT")))));

  private QuestionItems() {}

  /** The back-ends that record questions. */
  static List<String> backEnds() {
    return ALL.stream().map(Kind::book).filter(Objects::nonNull).distinct().toList();
  }

  static Question plan(long seed, int n, String run, List<CaseGenerator.Centre> centres) {
    SeededRandom random = new SeededRandom(seed, -1 - n);
    Kind kind = random.oneOf(ALL);
    List<Way> ways = kind.ways();
    Way way = random.percent(75) ? ways.get(0) : ways.get(random.between(1, ways.size()));
    Resident about = way.about().of(random);
    String centre = random.oneOf(centres).code();
    return new Question(
        "%s-q-%06d".formatted(run, n),
        centre,
        kind.item(),
        about,
        way.must(),
        way.form(),
        kind.book());
  }

  private static Resident saver(SeededRandom random, boolean hasAccount) {
    return Stream.generate(() -> Resident.adult(random))
        .filter(one -> hasAccount(one.idNumber()) == hasAccount)
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasAccount(String idNumber) {
    return idNumber.chars().filter(Character::isDigit).map(c -> c - '0').sum() % 10 != 7;
  }

  private static Map<String, String> account(String year) {
    return Map.of("year", year, "purpose", "OWN_RECORD");
  }

  private static Map<String, String> banks(String district, String business) {
    return Map.of("district", district, "business", business);
  }
}
