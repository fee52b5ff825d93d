package city.tongban.connector;

import java.util.regex.Pattern;

/**
 * How a message lies on a line of their own: eight digits of length, a header of fixed columns, the
 * document, a MAC.
 *
 * @param version of the header, {@code 01}
 * @param us the name by which they know us
 * @param them the name by which they call themselves
 * @param credentialRefused what the header says when they do not accept our name, key or MAC
 */
public record TcpFraming(String version, String us, String them, String credentialRefused) {
  public TcpFraming {
    fits("frame.version", version, "[0-9]{2}");
    fits("frame.us", us, "[A-Z0-9]{1,8}");
    fits("frame.them", them, "[A-Z0-9]{1,8}");
    fits("frame.credentialRefused", credentialRefused, "[A-Z0-9]{4}");
  }

  private static void fits(String key, String value, String shape) {
    if (!Pattern.matches(shape, RequiredKey.value(value, key))) {
      throw new IllegalArgumentException("%s is not like %s".formatted(key, shape));
    }
  }
}
