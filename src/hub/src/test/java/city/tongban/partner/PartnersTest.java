package city.tongban.partner;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every partner has a token of its own, which only its file knows. */
class PartnersTest {
  private static final Partner CENTRE = Partner.centre("31010100201");

  @TempDir Path folder;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isMadeATokenThatNobodyElseMayReadAndTheDatabaseDoesNotKnow() throws IOException {
    Partners partners = start(CENTRE, Partner.operator());
    String token = token(CENTRE);

    assertThat(token).hasSize(43);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(CENTRE))))
        .isEqualTo("rw-------");
    assertThat(partners.authenticate(token)).contains(CENTRE);
    assertThat(partners.authenticate(token(Partner.operator()))).contains(Partner.operator());
    assertThat(database.jdbc().sql("select partner::text from partner").query(String.class).list())
        .noneMatch(row -> row.contains(token));
  }

  @Test
  void nobodyIsKnownByGarbageOrByNothing() {
    Partners partners = start(CENTRE);

    assertThat(List.of("", " ", "garbage", "x".repeat(100_000), "centre-31010100201"))
        .allSatisfy(token -> assertThat(partners.authenticate(token)).isEmpty());
  }

  @Test
  void keepsItsTokenOverARestart() throws IOException {
    start(CENTRE);
    String token = token(CENTRE);

    assertThat(start(CENTRE, Partner.backEnd("housing")).authenticate(token)).contains(CENTRE);
  }

  @Test
  void getsANewTokenWhenItsFileIsTakenAway() throws IOException {
    start(CENTRE);
    String old = token(CENTRE);
    Files.delete(file(CENTRE));

    Partners partners = start(CENTRE);

    assertThat(partners.authenticate(old)).isEmpty();
    assertThat(partners.authenticate(token(CENTRE))).contains(CENTRE);
  }

  @Test
  void ofAnotherNodeIsKnownAfterTheNextRefresh() throws IOException {
    Partners partners = start(CENTRE);
    Partner late = Partner.backEnd("grain");
    start(CENTRE, late);
    assertThat(partners.authenticate(token(late))).isEmpty();

    partners.refresh();

    assertThat(partners.authenticate(token(late))).contains(late);
  }

  @Test
  void theWholeCityIsKnown() {
    Partner[] city =
        IntStream.range(0, 300)
            .mapToObj(i -> Partner.centre("3101%07d".formatted(i)))
            .toArray(Partner[]::new);

    start(city);

    assertThat(
            database
                .jdbc()
                .sql("select count(distinct token_digest) from partner")
                .query(Integer.class)
                .single())
        .isEqualTo(300);
  }

  private Partners start(Partner... known) {
    Partners partners =
        new Partners(
            new PartnerTable(new JdbcTemplate(database.dataSource())),
            new SecretFiles(folder),
            List.of(() -> List.of(known)));
    partners.begin();
    return partners;
  }

  private Path file(Partner partner) {
    return folder.resolve("token-" + partner.id());
  }

  private String token(Partner partner) throws IOException {
    return Files.readString(file(partner));
  }
}
