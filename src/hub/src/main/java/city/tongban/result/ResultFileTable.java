package city.tongban.result;

import city.tongban.canonical.Sha256;
import city.tongban.clock.BusinessClock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of result files: each file is processed once, or refused once and reported once. */
@Repository
class ResultFileTable {
  private final JdbcClient jdbc;
  private final BusinessClock clock;

  ResultFileTable(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A file by name and content. */
  @SuppressWarnings("ArrayRecordComponent") // never compared in Java; the database compares it
  record Key(String backEnd, String name, byte[] digest) {
    static Key of(String backEnd, String name, byte[] file) {
      return new Key(backEnd, name, Sha256.of(file));
    }
  }

  /** The digest of a file of this name that was processed before. */
  Optional<byte[]> taken(Key key) {
    return jdbc.sql(
            "select digest from result_file where back_end = ? and name = ? and code is null")
        .param(key.backEnd())
        .param(key.name())
        .query(byte[].class)
        .optional();
  }

  /**
   * Inserts the file, after waiting for another node that is inserting it; false when it was there.
   */
  boolean take(Key key) {
    jdbc.sql(
            "delete from result_file where back_end = ? and name = ? and digest = ? and code is not null")
        .param(key.backEnd())
        .param(key.name())
        .param(key.digest())
        .update(); // a file that was refused before may be readable now
    return insert(key, null);
  }

  /** Records a refusal; false when the same refusal was recorded before. */
  boolean refuse(Key key, String code) {
    return insert(key, code);
  }

  private boolean insert(Key key, @Nullable String code) {
    return jdbc.sql(
                """
                insert into result_file (back_end, name, digest, code, seen_at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .param(key.backEnd())
            .param(key.name())
            .param(key.digest())
            .param(code)
            .param(clock.business().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
