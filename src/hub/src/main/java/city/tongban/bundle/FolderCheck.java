package city.tongban.bundle;

import city.tongban.canonical.Fault;
import city.tongban.connector.BundleCheck;
import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import city.tongban.connector.Operation;
import city.tongban.connector.Service;
import city.tongban.transport.Transports;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks from the file list alone whether each name in a bundle refers to a file. */
final class FolderCheck implements BundleCheck {
  static final Set<String> CODECS = Set.of("json", "xml", "hl7", "fixed", "csv");

  /** Formats whose documents are lines of a file. */
  private static final Set<String> OF_LINES = Set.of("fixed", "csv");

  private static final Pattern REST_CALL = Pattern.compile("(GET|POST|PUT|DELETE) /\\S*");

  private final Transports transports;

  FolderCheck(Transports transports) {
    this.transports = transports;
  }

  @Override
  public void check(Connector c) {
    if (c.services().isEmpty()) {
      throw wrong(c, "offers no service", "list at least one item under services");
    }
    if (!CODECS.contains(c.codec())) {
      throw wrong(c, "has codec '%s'".formatted(c.codec()), "use one of " + CODECS);
    }
    SecretNameCheck.check(c);
    transport(c);
    if (c.doubt() == Doubt.ASK && c.operation(Connector.ASK).isEmpty()) {
      throw wrong(c, "says 'doubt: ask' but has no operation ask", "add operations.ask");
    }
    if (c.batch() != null) {
      batch(c);
    } else if (OF_LINES.contains(c.codec())) {
      throw wrong(
          c,
          "has codec '%s' and no batch".formatted(c.codec()),
          "say when files leave, or use a codec of documents");
    }
    for (Service s : c.services()) {
      call(c, s.call());
      sheets(c, s.mapping(), !s.call().startsWith("GET "));
    }
    c.operations().forEach((name, operation) -> operation(c, name, operation));
    if (c.services().stream().map(Service::item).collect(Collectors.toSet()).size()
        < c.services().size()) {
      throw wrong(c, "offers one item twice", "keep one line per item");
    }
  }

  private void transport(Connector c) {
    try {
      transports.of(c).check(c);
    } catch (IllegalArgumentException e) {
      throw wrong(
          c,
          "with transport '%s': %s".formatted(c.transport(), e.getMessage()),
          "compare with another connector of this transport");
    }
  }

  private static void batch(Connector c) {
    if (!OF_LINES.contains(c.codec())) {
      throw wrong(
          c,
          "takes files, but codec '%s' writes none".formatted(c.codec()),
          "use one of " + OF_LINES);
    }
    if (c.doubt() == Doubt.ASK) {
      throw wrong(
          c, "says 'doubt: ask' of files, which nobody can ask about", "use same-id or person");
    }
    for (String needed : new String[] {Connector.RESULTS, Connector.FILE}) {
      if (c.operation(needed).isEmpty()) {
        throw wrong(c, "takes files but has no operation " + needed, "add operations." + needed);
      }
    }
  }

  private void operation(Connector c, String name, Operation operation) {
    if (name.equals(Connector.RESULTS) || name.equals(Connector.FILE)) {
      file(c, "mappings/" + operation.mapping() + ".result.xsl");
      return;
    }
    if (name.equals(Connector.STATEMENT)) {
      statement(c, operation);
      return;
    }
    if (operation.call() == null) {
      throw wrong(c, "has no call for operation " + name, "add a call");
    }
    call(c, operation.call());
    sheets(c, operation.mapping(), !operation.call().startsWith("GET "));
  }

  private static void statement(Connector c, Operation operation) {
    if (operation.call() == null || operation.at() == null) {
      throw wrong(c, "has no call or no 'at' for operation statement", "add both");
    }
    call(c, operation.call());
    file(c, "mappings/" + operation.mapping() + ".result.xsl");
  }

  private static void call(Connector c, String call) {
    if (c.transport().equals("rest") && !REST_CALL.matcher(call).matches()) {
      throw wrong(c, "has the call '" + call + "'", "write method and path: POST /api/v2/filings");
    }
  }

  private void sheets(Connector c, String mapping, boolean request) {
    if (request) {
      file(c, "mappings/" + mapping + ".request.xsl");
    }
    // a file or a queue message gets no reply; one stylesheet may read every reply of a back-end
    if (c.batch() == null
        && transports.of(c).replies()
        && c.bundle().file("mappings/reply.xsl").isEmpty()) {
      file(c, "mappings/" + mapping + ".reply.xsl");
    }
  }

  private static void file(Connector c, String path) {
    if (c.bundle().file(path).isEmpty()) {
      throw Fault.of(
              "HUB-8005",
              "connectors/%s/connector.yaml names a mapping without its file",
              c.backEnd())
          .because(path.replace("mappings/", "mappings/" + c.backEnd() + "/") + " is missing")
          .fix("write the sheet, or correct the mapping's name");
    }
  }

  private static Fault wrong(Connector c, String what, String fix) {
    return Fault.of("HUB-8004", "connectors/%s/connector.yaml %s", c.backEnd(), what).fix(fix);
  }
}
