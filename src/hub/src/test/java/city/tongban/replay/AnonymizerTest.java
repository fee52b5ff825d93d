package city.tongban.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CitizenId;
import city.tongban.canonical.IdType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody who exists is left, and a mapping sees the same kind of words. */
class AnonymizerTest {
  private static final Path CASE = Path.of("mappings/housing/samples/lease-filing.case.xml");
  private final Anonymizer disguise = new Anonymizer();
  private final CaseFile file = CanonicalXml.read(Files.readString(CASE));
  private final CaseFile other = disguise.of(file);

  AnonymizerTest() throws IOException {}

  @Test
  void nobodysWordsAreLeft() {
    String xml = CanonicalXml.write(other);

    assertThat(xml)
        .doesNotContain("张晓梅", "310104198405120028", "13817712345", "吴国强", "漕溪北路", "000482");
    assertThat(other.item()).isEqualTo(file.item());
    assertThat(other.form().get(1).value()).isEqualTo("5200");
    assertThat(other.form().get(2).value()).isEqualTo("2018-08-01");
    assertThat(disguise.lookAt()).isEmpty();
  }

  @Test
  void lengthsYearAndSexStayAndTheCheckCharacterFits() {
    CitizenId id = new CitizenId(other.applicant().idNumber());

    assertThat(id.bornOn().getYear()).isEqualTo(1984);
    assertThat((id.value().charAt(16) - '0') % 2).isZero();
    assertThat(other.applicant().name().value()).hasSize(3);
    assertThat(other.form().get(0).value()).hasSameSizeAs(file.form().get(0).value());
  }

  @Test
  void whatTheySaidIsAboutTheSamePeople() {
    String reply =
        """
        {"deliveryId":"310104-20180702-000482/1","xm":"张晓梅","yj":"\\u5f20\\u6653\\u6885与吴国强的合同","tel":"13817712345"}
        """;

    String said = disguise.of(reply);

    assertThat(said).contains(other.applicant().name().value(), other.number().value());
    assertThat(DocumentFields.of(said).toString())
        .doesNotContain("张晓梅", "吴国强", "13817712345", "000482");
  }

  @Test
  void aWordThatIsNotFoundIsNotGivenOut() {
    String hidden = "<r><a>&#x5F20;晓梅</a></r>";

    assertThatThrownBy(() -> disguise.of(hidden)).hasMessageStartingWith("HUB-8033");
  }

  @Test
  void whatIsWrittenInLatinLettersIsNotTakenForACode() throws IOException {
    String xml =
        Files.readString(CASE)
            .replace("上海市徐汇区漕溪北路595号3幢1201室", "wang.min@example.org")
            .replace("5200", "021-62345678")
            .replace("2018-08-01", "c/o Mary Smith");

    CaseFile disguised = disguise.of(CanonicalXml.read(xml));

    assertThat(disguised.form().get(0).value()).isEqualTo("xxxx.xxx@xxxxxxx.xxx");
    assertThat(disguised.form().get(1).value())
        .matches("021-62[0-9]{6}")
        .isNotEqualTo("021-62345678");
    assertThat(disguise.lookAt()).containsExactly("/case/form/field[3]/value (leaseFrom)");
  }

  @Test
  void rareCharactersStayRareAndSeparatorsStay() {
    SyntheticPeople synthetic = new SyntheticPeople();

    assertThat(synthetic.name("𠮷川·艾山䶮")).matches("𠮷.·..䶮").doesNotContain("川", "艾");
    assertThat(synthetic.name("JOHN Smith")).isEqualTo("XXXX Xxxxx");
    assertThat(synthetic.name("𠮷川·艾山䶮")).isEqualTo(synthetic.name("𠮷川·艾山䶮"));
  }

  @Test
  void numbersOfEveryKindKeepTheirForm() {
    for (var paper :
        List.of(
            new String[] {"HK_MACAO_PERMIT", "H1234567801"},
            new String[] {"TAIWAN_PERMIT", "12345678"},
            new String[] {"FOREIGN_PERMANENT_RESIDENT", "CAN310012345678"},
            new String[] {"PASSPORT", "E12345678"},
            new String[] {"RESIDENT_ID", "310104840512002"})) {
      IdType type = IdType.valueOf(paper[0]);
      String made = new SyntheticPeople().id(type, paper[1]);

      assertThat(made).hasSameSizeAs(paper[1]).isNotEqualTo(paper[1]);
      assertThat(city.tongban.canonical.IdNumbers.of(type, made).value()).isEqualTo(made);
    }
    assertThat(new SyntheticPeople().number("6222021001112223334")).hasSize(19);
    assertThat(new SyntheticPeople().phone("02162345678")).matches("02162[0-9]{6}");
  }
}
