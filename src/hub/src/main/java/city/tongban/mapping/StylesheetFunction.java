package city.tongban.mapping;

import city.tongban.canonical.HubException;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.SequenceType;
import net.sf.saxon.value.StringValue;

/**
 * An extension function for stylesheets; {@link SecureSaxon} allows no others.
 *
 * <p>The value argument takes exactly one item: a stylesheet must test an optional element with
 * {@code xsl:if} first.
 */
final class StylesheetFunction extends ExtensionFunctionDefinition {
  static final String CODES = "urn:tongban:codes";
  static final String WIRE = "urn:tongban:wire";

  private final StructuredQName name;
  private final SequenceType[] arguments;
  private final Body body;

  /** The function; its {@code HubException} reaches the caller of the mapping. */
  interface Body {
    String apply(Item[] arguments) throws XPathException;
  }

  StylesheetFunction(
      String prefix, String namespace, String name, Body body, SequenceType... arguments) {
    this.name = new StructuredQName(prefix, namespace, name);
    this.arguments = arguments;
    this.body = body;
  }

  /** The path of the value in its document; empty for a computed value. */
  static String path(Item value) {
    return value instanceof NodeInfo node ? NodePaths.of(node) : "/";
  }

  @Override
  public StructuredQName getFunctionQName() {
    return name;
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return arguments.clone();
  }

  @Override
  public SequenceType getResultType(SequenceType[] supplied) {
    return SequenceType.SINGLE_STRING;
  }

  @Override
  public ExtensionFunctionCall makeCallExpression() {
    return new ExtensionFunctionCall() {
      @Override
      public Sequence call(XPathContext context, Sequence[] given) throws XPathException {
        Item[] items = new Item[given.length];
        for (int i = 0; i < given.length; i++) {
          items[i] = given[i].head();
        }
        try {
          return new StringValue(body.apply(items));
        } catch (HubException e) {
          // Saxon passes on only its own exceptions; Stylesheet unwraps this one
          throw new XPathException(e.problem().code(), e);
        }
      }
    };
  }
}
