package city.tongban.connector;

/** A name in the two languages of the console. */
public record Title(String zh, String en) {
  public Title {
    RequiredKey.value(zh, "title.zh");
    RequiredKey.value(en, "title.en");
  }
}
