package city.tongban.kit.source;

import java.util.Map;

/**
 * What a source says about one service of a partner.
 *
 * @param wire how they are spoken to
 * @param call what the transport is told: {@code POST /applications}, an operation, {@code line}
 * @param namespace of their operations, for SOAP
 * @param charset in which they write
 * @param request what they want to hear
 * @param reply what they say
 * @param replyKnown false where the source does not show it and a usual one was taken
 * @param schemas files for {@code schema/}, by name; they hold a gate for each direction
 */
public record ServiceContract(
    Wire wire,
    String call,
    String namespace,
    String charset,
    MessageField request,
    MessageField reply,
    boolean replyKnown,
    Map<String, String> schemas) {
  /** The mapping that a new connector begins with. */
  public static final String MAPPING = "application";

  /** The ways to be spoken to that a source can show. */
  public enum Wire {
    REST_JSON,
    REST_XML,
    SOAP,
    FILES
  }

  public ServiceContract {
    schemas = Map.copyOf(schemas);
  }

  /** Sheets see and make JSON by its {@code fn:map} form. */
  public boolean isJson() {
    return wire == Wire.REST_JSON;
  }
}
