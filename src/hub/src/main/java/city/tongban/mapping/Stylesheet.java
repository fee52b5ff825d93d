package city.tongban.mapping;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.Source;
import net.sf.saxon.lib.ErrorReporter;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** One compiled stylesheet. */
final class Stylesheet {
  private static final ErrorReporter SILENT = error -> {};

  private final String name;
  private final XsltExecutable executable;

  private Stylesheet(String name, XsltExecutable executable) {
    this.name = name;
    this.executable = executable;
  }

  /** Compiles a stylesheet; an error is reported with its line. */
  static Stylesheet compiled(SecureSaxon saxon, String backEnd, String path, Source source) {
    String name = BundlePath.shown(backEnd, path);
    List<XmlProcessingError> errors = new ArrayList<>();
    XsltCompiler compiler = saxon.compiler();
    compiler.setErrorReporter(errors::add);
    try {
      return new Stylesheet(name, compiler.compile(source));
    } catch (SaxonApiException e) {
      Optional<XmlProcessingError> first = errors.stream().filter(x -> !x.isWarning()).findFirst();
      throw Fault.of(
              "HUB-8009",
              "%s line %d does not compile",
              first.map(x -> file(backEnd, x, name)).orElse(name),
              first.map(x -> x.getLocation().getLineNumber()).orElse(e.getLineNumber()))
          .because(first.map(XmlProcessingError::getMessage).orElse(String.valueOf(e.getMessage())))
          .fix("correct the stylesheet; the version before stays active")
          .causedBy(e);
    }
  }

  /** The error may be in an imported stylesheet. */
  private static String file(String backEnd, XmlProcessingError error, String otherwise) {
    String systemId = error.getLocation().getSystemId();
    return systemId == null || !systemId.startsWith(SecureSaxon.BUNDLE)
        ? otherwise
        : BundlePath.shown(backEnd, systemId.substring(SecureSaxon.BUNDLE.length()));
  }

  XdmNode apply(XdmNode source, Map<String, String> parameters) {
    Xslt30Transformer transformer = executable.load30();
    // no second result document and no xsl:message: the result is the only output
    transformer.setResourceResolver(SecureSaxon.nothing());
    transformer.setResultDocumentHandler(
        uri -> {
          throw Fault.of("HUB-9003", "%s tries to write another document", name);
        });
    transformer.setErrorReporter(SILENT);
    transformer.setMessageHandler(message -> {});
    transformer.setTraceFunctionDestination(null);
    XdmDestination result = new XdmDestination();
    try {
      transformer.setStylesheetParameters(values(parameters));
      transformer.setGlobalContextItem(source);
      transformer.applyTemplates(source, result);
      return result.getXdmNode();
    } catch (SaxonApiException e) {
      throw failed(name, e);
    }
  }

  private static Map<QName, XdmValue> values(Map<String, String> parameters) {
    Map<QName, XdmValue> values = new HashMap<>();
    parameters.forEach((name, value) -> values.put(new QName(name), new XdmAtomicValue(value)));
    return values;
  }

  /** Reports only code and line: Saxon's message may quote personal data. */
  static HubException failed(String name, SaxonApiException e) {
    for (Throwable cause : ExceptionUtils.getThrowableList(e)) {
      if (cause instanceof HubException known) {
        return known;
      }
    }
    QName code = e.getErrorCode();
    return Refusal.of("HUB-9003", "%s line %d cannot map this message", name, e.getLineNumber())
        .because("XSLT error " + (code == null ? "without a code" : code.getLocalName()))
        .fix("try the message with the stylesheet, correct the stylesheet, then resend");
  }
}
