package city.tongban.kit.scaffold;

/** Placeholder. */
final class Sheets {
  private Sheets() {}

  static void into(Draft draft) {
    throw new UnsupportedOperationException();
  }
}
