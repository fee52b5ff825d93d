package city.rehearsal.simulator.department.health;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The part of the bureau that answers, and its charset; the older system has no UTF-8. */
enum Station {
  BUREAU("SHWJW", "UNICODE UTF-8", StandardCharsets.UTF_8),
  PUDONG("PDFY", "GB 18030-2000", Charset.forName("GB18030"));

  private final String facility;
  private final String charsetName;
  private final Charset charset;

  Station(String facility, String charsetName, Charset charset) {
    this.facility = facility;
    this.charsetName = charsetName;
    this.charset = charset;
  }

  static Station of(String service) {
    return service.equals("YMZJ") ? PUDONG : BUREAU;
  }

  String facility() {
    return facility;
  }

  /** The name of the charset in MSH-18. */
  String charsetName() {
    return charsetName;
  }

  Charset charset() {
    return charset;
  }
}
