package city.tongban.mapping;

import static net.sf.saxon.value.SequenceType.OPTIONAL_ITEM;
import static net.sf.saxon.value.SequenceType.SINGLE_ITEM;
import static net.sf.saxon.value.SequenceType.SINGLE_STRING;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.mapping.CodeLine.Way;
import java.time.LocalDate;
import java.util.Optional;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.StaticContext;
import net.sf.saxon.expr.StringLiteral;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.SequenceType;
import net.sf.saxon.value.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * The XSLT functions {@code codes:their} and {@code codes:ours}: list, code, and where the list
 * needs them, the second field and the day. Without a day, the day of the message is used, if it
 * has one.
 */
final class CodeFunction extends ExtensionFunctionDefinition {
  private static final int SECOND = 2;
  private static final int DAY = 3;

  private final Way way;
  private final CodeLists lists;

  CodeFunction(Way way, CodeLists lists) {
    this.way = way;
    this.lists = lists;
  }

  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName(
        "codes", StylesheetFunction.CODES, way == Way.TO_THEIRS ? "their" : "ours");
  }

  @Override
  public int getMinimumNumberOfArguments() {
    return 2;
  }

  @Override
  public int getMaximumNumberOfArguments() {
    return 4;
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {SINGLE_STRING, SINGLE_ITEM, OPTIONAL_ITEM, OPTIONAL_ITEM};
  }

  @Override
  public SequenceType getResultType(SequenceType[] supplied) {
    return SINGLE_STRING;
  }

  @Override
  public ExtensionFunctionCall makeCallExpression() {
    return new ExtensionFunctionCall() {
      @Override
      public void supplyStaticContext(StaticContext context, int location, Expression[] given)
          throws XPathException {
        if (given[0] instanceof StringLiteral list) {
          mayAsk(list.stringify(), given.length);
        }
      }

      @Override
      public Sequence call(XPathContext context, Sequence[] given) throws XPathException {
        try {
          return new StringValue(translated(given, CodeDate.of(context)));
        } catch (HubException e) {
          throw new XPathException(e.problem().code(), e);
        }
      }
    };
  }

  /** Refuses at compile time a call that could be ambiguous. */
  private void mayAsk(String list, int arguments) throws XPathException {
    Optional<String> why = whyNot(list, arguments);
    if (why.isPresent()) {
      XPathException wrong = new XPathException(why.get());
      wrong.setIsStaticError(true);
      throw wrong;
    }
  }

  private Optional<String> whyNot(String list, int arguments) {
    try {
      return lists.named(list).unanswerable(way, arguments > SECOND, arguments > DAY);
    } catch (HubException e) {
      return Optional.of(e.problem().what());
    }
  }

  private String translated(Sequence[] given, @Nullable LocalDate ofMessage) throws XPathException {
    String list = text(given[0].head());
    Item code = given[1].head();
    String second = given.length > SECOND ? text(given[SECOND].head()) : "";
    // a sequence may be read once only
    Item said = given.length > DAY ? given[DAY].head() : null;
    LocalDate day = said == null ? ofMessage : CodeDate.parse(said);
    try {
      return lists.translated(
          list, new CodeLookup(way, text(code), second.isEmpty() ? null : second, day));
    } catch (UnknownCode e) {
      throw refusal(e).at(StylesheetFunction.path(code));
    }
  }

  private Refusal refusal(UnknownCode e) {
    return way == Way.TO_THEIRS
        ? Refusal.of("HUB-9002", "the back-end has no code for this value")
            .because(e.why())
            .fix("agree on a code with the back-end and add the line; it is never guessed")
        : Refusal.of("HUB-9010", "the answer has an unknown code")
            .because(e.why())
            .fix("ask the back-end what it means and add the line; it is never guessed");
  }

  private static String text(@Nullable Item item) {
    return item == null ? "" : item.getUnicodeStringValue().toString();
  }
}
