package city.tongban.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {
  @Test
  void twoDatabasesAreMigratedAndKnowNothingOfEachOther() {
    try (TestDatabase one = TestDatabase.create();
        TestDatabase other = TestDatabase.create()) {
      one.jdbc().sql("insert into notice_receiver values ('31010100201', 7)").update();

      assertThat(one.jdbc().sql("select last from notice_receiver").query(Long.class).list())
          .containsExactly(7L);
      assertThat(other.jdbc().sql("select last from notice_receiver").query(Long.class).list())
          .isEmpty();
    }
  }

  @Test
  void textIsUtf8AndKeepsSupplementaryCharacters() {
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(database.jdbc().sql("show server_encoding").query(String.class).single())
          .isEqualTo("UTF8");
      assertThat(
              database
                  .jdbc()
                  .sql("select :name || ''")
                  .param("name", "𠮷䶮")
                  .query(String.class)
                  .single())
          .isEqualTo("𠮷䶮");
    }
  }
}
