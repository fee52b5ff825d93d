package city.tongban.kit.source;

import java.util.Map;

/**
 * What a source shows about one service of a department.
 *
 * @param wire the protocol
 * @param call the setting for the transport: {@code POST /applications}, an operation, {@code line}
 * @param namespace of the operations, for SOAP
 * @param charset in which the department writes
 * @param request the message that the department expects
 * @param reply the message that the department answers with
 * @param replyKnown false where the source does not show it and a usual one was assumed
 * @param schemas files for {@code schema/}, by name; one schema for each direction is among them
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
  /** The name of a new connector's first mapping. */
  public static final String MAPPING = "application";

  /** The protocols that a source can show. */
  public enum Wire {
    REST_JSON,
    REST_XML,
    SOAP,
    FILES
  }

  public ServiceContract {
    schemas = Map.copyOf(schemas);
  }

  /** Whether the message is JSON; stylesheets read and write it in its {@code fn:map} form. */
  public boolean isJson() {
    return wire == Wire.REST_JSON;
  }
}
