package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "王小明",
        "𠮷田",
        "䶮",
        "阿不都·买买提",
        "John F. Kennedy",
        "van der Berg",
        "O'Neil-McDonald",
        "JOSÉ",
        "José", // e and a combining accent: not composed
        "李２", // full-width stays full-width
        "ﬁ",
        "J．Smith",
        "\uD87E\uDC00" // a compatibility ideograph stays what it is
      })
  void aNameStaysAsItIs(String name) {
    Normalised<PersonName> form = PersonName.of(name);

    assertThat(form.value().value()).isEqualTo(name);
    assertThat(form.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0387, 0x1427, 0x16EB, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x2E33, 0x30FB,
        0xFF65, '.', 0xFF0E
      })
  void whatLooksLikeTheSeparatorBecomesItAndIsRecorded(int lookAlike) {
    Normalised<PersonName> form = PersonName.of("阿不都" + Character.toString(lookAlike) + "买买提");

    assertThat(form.value()).hasToString("阿不都·买买提");
    assertThat(form.notes()).containsExactly("U+00B7 for U+%04X".formatted(lookAlike));
  }

  @Test
  void aFullStopBesideALatinLetterIsNoSeparator() {
    assertThat(PersonName.of("J.王").value()).hasToString("J.王");
    assertThat(PersonName.of("王.").value()).hasToString("王.");
  }

  @Test
  void eachKindOfChangeIsRecordedOnceAndTheNameNever() {
    Normalised<PersonName> form = PersonName.of("　阿•不•都\u30fb䶮 ");

    assertThat(form.value()).hasToString("阿·不·都·䶮");
    assertThat(form.notesAt("/applicant/name"))
        .containsExactly(
            "/applicant/name: without spaces around it",
            "/applicant/name: U+00B7 for U+2022",
            "/applicant/name: U+00B7 for U+30FB");
  }

  @Test
  void aPrivateCharacterOfAnOldCodePageBecomesTheRealOne() {
    Normalised<PersonName> form = PersonName.of("王\uE863");

    assertThat(form.value()).hasToString("王䶮");
    assertThat(form.notes()).containsExactly("U+4DAE for U+E863");
    assertThat(PersonName.of("王\uE855").value()).hasToString("王𤇾");
    assertThat(PersonName.of("王.\uE863").value()).hasToString("王·䶮");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xE000, 0xE814, 0xE865, 0xF8FF, 0xF0000, 0x10FFFD})
  void aPrivateCharacterThatNobodyExplainsIsRefused(int c) {
    Problem problem = refused("HUB-1007", () -> PersonName.of("王" + Character.toString(c)));

    assertThat(problem.why()).contains("U+%04X".formatted(c));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        '?', 0xFF1F, 0xFFFD, 0x0000, 0x001A, '\t', '\n', 0x0085, 0x00AD, 0x200B, 0x200D, 0x200E,
        0x202E, 0x2066, 0x2028, 0x2029, 0xFEFF, 0xE0041, 0x00A0, 0x3000, 0xFDD0, 0xFFFE, 0x1FFFF,
        0xD83D, 0xDE00
      })
  void whatNoPaperShowsIsRefusedByItsNumber(int c) {
    String name = "王" + (c < 0x10000 ? String.valueOf((char) c) : Character.toString(c)) + "明";

    Problem problem = refused("HUB-1007", () -> PersonName.of(name));

    assertThat(problem.why()).contains("U+%04X".formatted(c));
    assertThat(problem.toString()).doesNotContain("明");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　　", "·", "• •"})
  void nothingIsNoName(String name) {
    refused("HUB-1007", () -> PersonName.of(name));
  }

  @Test
  void sixtyCharactersAreCountedAsCharacters() {
    assertThat(PersonName.of("𠮷".repeat(60)).value().value()).hasSize(120);
    refused("HUB-1007", () -> PersonName.of("𠮷".repeat(61)));
    refused("HUB-1007", () -> PersonName.of("王".repeat(61)));
  }

  @Test
  void theConstructorTakesTheNormalFormOnly() {
    assertThat(new PersonName("阿不都·买买提").value()).isEqualTo("阿不都·买买提");
    refused("HUB-1007", () -> new PersonName("阿不都•买买提"));
    refused("HUB-1007", () -> new PersonName("王小明 "));
  }

  @Test
  void theNormalFormOfANormalFormIsItself() {
    String once = PersonName.of(" 阿．不\u2027都\uE863 ").value().value();

    assertThat(PersonName.of(once)).isEqualTo(new Normalised<>(new PersonName(once), List.of()));
  }
}
