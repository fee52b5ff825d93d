package city.rehearsal.drill;

import city.rehearsal.drill.Question.Kind;
import city.rehearsal.drill.Question.Way;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What is asked at the counters, and what makes a department know the answer. */
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
                  new Way(FOUND, dice -> Resident.citizen(dice, 1960, 1990), Map.of()),
                  new Way(NOT_FOUND, Resident::child, Map.of()))),
          new Kind(
              "RS9024",
              null,
              List.of(
                  new Way(FOUND, dice -> Resident.citizen(dice, 1940, 1956), Map.of()),
                  new Way(NOT_FOUND, dice -> Resident.citizen(dice, 1970, 1990), Map.of()))),
          // nobody has an account whose digits add up to a 7, and of a year to come nothing is told
          new Kind(
              "GJ9001",
              FUND,
              List.of(
                  new Way(FOUND, dice -> saver(dice, true), account("2017")),
                  new Way(NOT_FOUND, dice -> saver(dice, false), account("2018")),
                  new Way(NOT_ACCEPTED, Resident::adult, account("2093")))),
          new Kind(
              "GJ9002",
              FUND,
              List.of(
                  new Way(FOUND, Resident::adult, banks("310104", "PAYMENT")),
                  // an island without a branch that pays out, and a city that is not this one
                  new Way(NOT_FOUND, Resident::adult, banks("310151", "WITHDRAWAL")),
                  new Way(NOT_ACCEPTED, Resident::adult, banks("320501", "PAYMENT")))));

  private QuestionItems() {}

  /** Those who have a book of what they were asked. */
  static List<String> backEnds() {
    return ALL.stream().map(Kind::book).filter(Objects::nonNull).distinct().toList();
  }

  static Question plan(long seed, int n, String run, List<CaseGenerator.Centre> centres) {
    SeededRandom dice = new SeededRandom(seed, -1 - n);
    Kind kind = dice.oneOf(ALL);
    List<Way> ways = kind.ways();
    Way way = dice.percent(75) ? ways.get(0) : ways.get(dice.between(1, ways.size()));
    Resident about = way.about().of(dice);
    String centre = dice.oneOf(centres).code();
    return new Question(
        "%s-q-%06d".formatted(run, n),
        centre,
        kind.item(),
        about,
        way.must(),
        way.form(),
        kind.book());
  }

  private static Resident saver(SeededRandom dice, boolean hasAccount) {
    return Stream.generate(() -> Resident.adult(dice))
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
