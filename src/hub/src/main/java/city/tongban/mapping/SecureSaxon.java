package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import city.tongban.connector.Bundle;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.Configuration;
import net.sf.saxon.TransformerFactoryImpl;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.trans.XPathException;

/**
 * A Saxon configuration that reads the bundle's stylesheets and nothing else.
 *
 * <p>By default XSLT can read files, addresses, the environment and Java. Each setting here
 * disables one of these; {@code SecureSaxonTest} tries all of them.
 */
final class SecureSaxon {
  static final String BUNDLE = "bundle:/";

  private final String backEnd;
  private final Bundle bundle;
  private final Processor processor;

  SecureSaxon(
      String backEnd, Bundle bundle, List<? extends ExtensionFunctionDefinition> functions) {
    this.backEnd = backEnd;
    this.bundle = bundle;
    Configuration configuration = locked();
    functions.forEach(configuration::registerExtensionFunction);
    this.processor = new Processor(configuration);
  }

  Processor processor() {
    return processor;
  }

  /** A compiler that resolves imports inside the bundle. */
  XsltCompiler compiler() {
    XsltCompiler compiler = processor.newXsltCompiler();
    compiler.setResourceResolver(this::sheet);
    return compiler;
  }

  /** A stylesheet of the bundle, parsed here because Saxon would accept a DOCTYPE. */
  Optional<Source> source(String path) {
    return bundle.file(path).map(bytes -> checked(path, bytes));
  }

  private Source checked(String path, byte[] sheet) {
    try {
      SafeXml.parse(new String(sheet, UTF_8));
    } catch (Refusal e) {
      throw Fault.of(
              "HUB-8009",
              "%s is not well-formed XML without a DOCTYPE",
              BundlePath.shown(backEnd, path))
          .because(String.valueOf(e.problem().why()))
          .fix("correct the stylesheet; the version before stays active")
          .causedBy(e);
    }
    return new StreamSource(new ByteArrayInputStream(sheet), BUNDLE + path);
  }

  /** Refuses every resource at run time. */
  static ResourceResolver nothing() {
    return request -> {
      throw new XPathException("a stylesheet may not read " + request.uri);
    };
  }

  private Source sheet(ResourceRequest request) throws XPathException {
    if (request.uri != null && request.uri.startsWith(BUNDLE)) {
      Optional<Source> source = source(request.uri.substring(BUNDLE.length()));
      if (source.isPresent()) {
        return source.get();
      }
    }
    throw new XPathException(
        "a stylesheet may only import files of its bundle, not " + request.uri);
  }

  private static Configuration locked() {
    TransformerFactoryImpl factory = new TransformerFactoryImpl();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    } catch (TransformerConfigurationException e) {
      throw new IllegalStateException(e);
    }
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
    Configuration c = factory.getConfiguration();
    c.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
    // Java calls, environment, properties, result documents; registered functions still work
    c.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
    c.setConfigurationProperty(Feature.XINCLUDE, false);
    c.setResourceResolver(nothing());
    c.setUnparsedTextURIResolver(
        (uri, encoding, configuration) -> {
          throw new XPathException("a stylesheet may not read " + uri);
        });
    c.setCollectionFinder(
        (context, uri) -> {
          throw new XPathException("a stylesheet may not read " + uri);
        });
    c.setParseOptions(
        c.getParseOptions()
            .withParserFeature("http://apache.org/xml/features/disallow-doctype-decl", true));
    return c;
  }
}
