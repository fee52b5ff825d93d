package city.tongban.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.StartRefused;
import city.tongban.node.NodeProperties;
import city.tongban.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys belong to the database; without them the hub does not start. */
class KeysAtStartTest {
  private static final int NODES = 8;
  private static final EncryptionContext HERE = new EncryptionContext("t", "c", "r");

  @TempDir Path secrets;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anEmptyDatabaseIsGivenKeysThatOnlyTheHubCanRead() throws IOException {
    KeyRing made = start(Algorithm.AES_256_GCM);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    byte[] sealed = new Vault(made).seal(HERE, new byte[] {1});
    assertThat(new Vault(start(Algorithm.AES_256_GCM)).open(HERE, sealed)).containsExactly(1);
  }

  @Test
  void anotherAlgorithmAddsAKeyAndLosesNone() throws IOException {
    start(Algorithm.AES_256_GCM);
    List<String> before = Files.readAllLines(file());

    KeyRing keys = start(Algorithm.SM4_GCM);

    assertThat(Files.readAllLines(file())).startsWith(before.toArray(String[]::new));
    assertThat(keys.all()).hasSize(2);
    assertThat(keys.current().algorithm()).isEqualTo(Algorithm.SM4_GCM);
  }

  @Test
  void nodesThatStartTogetherMakeOneKey() throws Exception {
    CyclicBarrier together = new CyclicBarrier(NODES);
    ExecutorService nodes = Executors.newFixedThreadPool(NODES);
    List<Future<KeyRing>> started =
        IntStream.range(0, NODES).mapToObj(node -> nodes.submit(() -> start(together))).toList();
    nodes.shutdown();

    byte[] sealed = new Vault(started.get(0).get()).seal(HERE, new byte[] {1});
    for (Future<KeyRing> node : started) {
      assertThat(new Vault(node.get()).open(HERE, sealed)).containsExactly(1);
    }
  }

  @Test
  void aMissingFileIsRefusedAndNotMadeAnew() throws IOException {
    start(Algorithm.AES_256_GCM);
    Files.delete(file());

    assertRefused("HUB-8095: the key file is missing");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aFileOfAnotherDatabaseIsRefused() throws IOException {
    start(Algorithm.AES_256_GCM);
    Files.delete(file());
    try (TestDatabase other = TestDatabase.create()) {
      new VaultConfiguration()
          .keys(
              other.jdbc(),
              other.transaction(),
              new VaultProperties(Algorithm.AES_256_GCM),
              node());
    }

    assertRefused("HUB-8095: key 1 of the key file is not the one");
  }

  @Test
  void aFileThatEverybodyCanReadIsRefused() throws IOException {
    start(Algorithm.AES_256_GCM);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    assertRefused("HUB-8094");
  }

  @Test
  void aLineThatIsNoKeyIsNamedAndNotPrinted() throws IOException {
    start(Algorithm.AES_256_GCM);
    String garbled = Files.readString(file()).replace("1 AES_256_GCM ", "1 AES_256_GCM !");
    Files.writeString(file(), garbled);

    assertRefused("HUB-8095: line 4 of the key file");
  }

  private Path file() {
    return secrets.resolve("vault.keys");
  }

  private NodeProperties node() {
    return new NodeProperties(Path.of("data"), secrets, "node-1", null);
  }

  private KeyRing start(Algorithm algorithm) {
    return new VaultConfiguration()
        .keys(database.jdbc(), database.transaction(), new VaultProperties(algorithm), node());
  }

  /** A start whose connection is open already, for opening one takes longer than making a key. */
  private KeyRing start(CyclicBarrier together) {
    return Objects.requireNonNull(
        database
            .transaction()
            .execute(
                status -> {
                  database.jdbc().sql("select 1").query().singleValue();
                  await(together);
                  return start(Algorithm.SM4_GCM);
                }));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> start(Algorithm.AES_256_GCM))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(message);
  }
}
