package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static city.tongban.canonical.Refused.refusedWithoutRepeating;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "RESIDENT_ID, 11010519491231002X",
    "HK_MACAO_PERMIT, H01234567",
    "HK_MACAO_PERMIT, M0123456701",
    "TAIWAN_PERMIT, 01234567",
    "TAIWAN_PERMIT, 0123456789B",
    "TAIWAN_PERMIT, 0123456789(B)",
    "FOREIGN_PERMANENT_RESIDENT, USA110099010101",
    "FOREIGN_PERMANENT_RESIDENT, 91110019880101123X",
    "PASSPORT, E12345678",
    "SEAFARER_BOOK, A00123456"
  })
  void theNumberOnThePaperStaysAsItIs(IdType type, String number) {
    Normalised<String> form = IdNumbers.of(type, number);

    assertThat(form.value()).isEqualTo(number);
    assertThat(form.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HK_MACAO_PERMIT, A01234567",
    "HK_MACAO_PERMIT, H012345678",
    "TAIWAN_PERMIT, 0123456",
    "TAIWAN_PERMIT, 0123456789(B",
    "FOREIGN_PERMANENT_RESIDENT, US1100990101012",
    "PASSPORT, e12345678",
    "PASSPORT, E1 345678",
    "PASSPORT, E123",
    "SEAFARER_BOOK, A-0123456"
  })
  void anotherFormIsRefused(IdType type, String number) {
    refusedWithoutRepeating(number, "HUB-1005", () -> IdNumbers.of(type, number));
  }

  @Test
  void aResidentNumberKeepsItsOwnRulesAndNotes() {
    assertThat(IdNumbers.of(IdType.RESIDENT_ID, "11010519491231002x").notes())
        .containsExactly("X for x");
    refused("HUB-1006", () -> IdNumbers.of(IdType.RESIDENT_ID, "E12345678"));
  }

  @Test
  void anApplicantCannotBeMadeWithAWrongNumber() {
    PersonName name = new PersonName("王小明");

    refused(
        "HUB-1006",
        () -> new Applicant(name, IdType.RESIDENT_ID, "110105194912310021", null, null, null));
    refused(
        "HUB-1005", () -> new Applicant(name, IdType.PASSPORT, "E12345678", null, "3101", null));
    assertThat(new Agent(name, IdType.RESIDENT_ID, "11010519491231002x", null, "女儿").idNumber())
        .isEqualTo("11010519491231002X");
  }
}
