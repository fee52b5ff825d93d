package city.tongban.mapping;

/** A schema that a text must pass, on one side of a mapping. */
interface MessageSchema {
  /** Lets the text through, or throws a refusal with the path of what does not fit. */
  void check(String text);
}
