package city.tongban.canonical;

import java.io.IOException;
import java.util.Objects;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validates the input or output of a mapping against a schema and names the invalid element.
 *
 * <p>Compiled once, safe for all threads.
 */
public final class SchemaValidator {
  /** The canonical case, {@code case.xsd}. */
  public static final SchemaValidator CASE = ours("case");

  /** The canonical answer, {@code answer.xsd}. */
  public static final SchemaValidator ANSWER = ours("answer");

  /** A department's statement of what it answered on a day, {@code statement.xsd}. */
  public static final SchemaValidator STATEMENT = ours("statement");

  private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";

  // one for each thread: creating one takes as long as a validation
  private final ThreadLocal<Validator> validators;
  private final String code;
  private final String what;

  /**
   * Creates a validator for a department's schema.
   *
   * @param code code of its refusals, HUB-9004 for the department's documents
   * @param what the sentence of its refusals
   */
  public SchemaValidator(Schema schema, String code, String what) {
    this.validators = ThreadLocal.withInitial(() -> validator(schema));
    this.code = code;
    this.what = what;
  }

  private static SchemaValidator ours(String name) {
    return new SchemaValidator(
        SafeXml.schema(Objects.requireNonNull(SchemaValidator.class.getResource(name + ".xsd"))),
        "HUB-9001",
        "the canonical " + name + " fails its schema");
  }

  /** Parses and validates a document; throws a refusal with the path of the invalid element. */
  public Document check(String xml) {
    Document document = SafeXml.parse(xml);
    check(document);
    return document;
  }

  public void check(Document document) {
    try {
      validators.get().validate(new DOMSource(document));
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("a validator that hands its errors on threw one", e);
    }
  }

  private Validator validator(Schema schema) {
    Validator validator = schema.newValidator();
    validator.setErrorHandler(new FirstError(validator));
    return validator;
  }

  private final class FirstError implements ErrorHandler {
    private final Validator validator;

    FirstError(Validator validator) {
      this.validator = validator;
    }

    @Override
    public void warning(SAXParseException e) {
      // warnings about a schema are reported when it is compiled
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      Object current = validator.getProperty(CURRENT);
      throw Refusal.of(code, what)
          .because(rule(e))
          .fix("compare the element with the schema")
          .at(current instanceof Node node ? XmlPath.of(node) : "/");
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      error(e);
    }
  }

  /** The rule without the value: the validator's own sentence would repeat the resident's data. */
  private static String rule(SAXParseException e) {
    String sentence = Objects.requireNonNullElse(e.getMessage(), "");
    String rule = sentence.substring(0, Math.max(sentence.indexOf(':'), 0));
    return switch (rule) {
      case "cvc-complex-type.2.4.a" ->
          "an element stands here that should not, or one before it is missing";
      case "cvc-complex-type.2.4.b" -> "elements are missing in it";
      case "cvc-complex-type.2.4.d" -> "there are more elements in it than there may be";
      case "cvc-elt.1.a", "cvc-elt.1" -> "the document is of another kind";
      case "cvc-minLength-valid" -> "its text is empty or too short";
      case "cvc-maxLength-valid" -> "its text is too long";
      case "cvc-enumeration-valid" -> "its text is none of the words of the list";
      default -> "its text or shape breaks the rule " + rule;
    };
  }
}
