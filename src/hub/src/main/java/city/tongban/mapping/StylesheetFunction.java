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
 * A function that sheets may call; the locked Saxon has no others from outside.
 *
 * <p>Its value argument takes exactly one item: an absent element is a mistake of the sheet, which
 * asks {@code xsl:if} first where it may be absent.
 */
final class StylesheetFunction extends ExtensionFunctionDefinition {
  static final String CODES = "urn:tongban:codes";
  static final String WIRE = "urn:tongban:wire";

  private final StructuredQName name;
  private final SequenceType[] arguments;
  private final Body body;

  /** What the function does; a failure that explains itself reaches the caller of the mapping. */
  interface Body {
    String apply(Item[] arguments) throws XPathException;
  }

  StylesheetFunction(
      String prefix, String namespace, String name, Body body, SequenceType... arguments) {
    this.name = new StructuredQName(prefix, namespace, name);
    this.arguments = arguments;
    this.body = body;
  }

  /** Where the value stands in its document, or nowhere if the sheet made it up. */
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
          // Saxon passes only its own kind through unharmed; unwrapped in Stylesheet
          throw new XPathException(e.problem().code(), e);
        }
      }
    };
  }
}
