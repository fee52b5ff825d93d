package city.tongban.mapping;

/** A schema on one side of a mapping. */
interface MessageSchema {
  /** Validates the text; throws a refusal with the path of the first violation. */
  void check(String text);
}
