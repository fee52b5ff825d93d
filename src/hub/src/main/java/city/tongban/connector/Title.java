package city.tongban.connector;

/** A name in the two languages of the console. */
public record Title(String zh, String en) {
  public Title {
    Required.value(zh, "title.zh");
    Required.value(en, "title.en");
  }
}
