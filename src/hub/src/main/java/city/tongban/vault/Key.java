package city.tongban.vault;

/**
 * One key of the vault.
 *
 * @param id stands in front of everything sealed with it
 */
@SuppressWarnings("ArrayRecordComponent") // a key is never compared or printed
record Key(int id, Algorithm algorithm, byte[] bytes) {
  Key {
    if (bytes.length != algorithm.keyBytes()) {
      throw new IllegalArgumentException(
          "key %d has %d bytes, %s needs %d"
              .formatted(id, bytes.length, algorithm, algorithm.keyBytes()));
    }
  }

  @Override
  public String toString() {
    return "key " + id + " " + algorithm; // never the key itself
  }
}
