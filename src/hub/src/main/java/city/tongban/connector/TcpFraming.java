package city.tongban.connector;

import java.util.regex.Pattern;

/**
 * The frame of a message over TCP: eight digits of length, a header of fixed columns, the document,
 * a message authentication code.
 *
 * @param version of the header, {@code 01}
 * @param hub the name of the hub in the header
 * @param backEnd the name of the back-end in the header
 * @param credentialRefused code in the header of an answer when the back-end does not accept the
 *     hub's name, key or MAC
 */
public record TcpFraming(String version, String hub, String backEnd, String credentialRefused) {
  public TcpFraming {
    fits("frame.version", version, "[0-9]{2}");
    fits("frame.hub", hub, "[A-Z0-9]{1,8}");
    fits("frame.backEnd", backEnd, "[A-Z0-9]{1,8}");
    fits("frame.credentialRefused", credentialRefused, "[A-Z0-9]{4}");
  }

  private static void fits(String key, String value, String shape) {
    if (!Pattern.matches(shape, RequiredKey.value(value, key))) {
      throw new IllegalArgumentException("%s is not like %s".formatted(key, shape));
    }
  }
}
