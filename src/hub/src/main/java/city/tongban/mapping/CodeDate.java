package city.tongban.mapping;

import city.tongban.canonical.Instants;
import city.tongban.canonical.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.jspecify.annotations.Nullable;

/** The day by which a code is looked up: the day on which a case was collected. */
final class CodeDate {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final int DAY_LENGTH = "2018-07-02".length();

  private CodeDate() {}

  /** The day of the document that is mapped; null when it is not a case. */
  static @Nullable LocalDate of(XPathContext context) {
    if (!(context.getController().getGlobalContextItem() instanceof NodeInfo document)) {
      return null;
    }
    return new XdmNode(document)
        .select(Steps.child("case").then(Steps.child("collectedAt")))
        .findFirst()
        .map(at -> day(Instants.parse(at.getStringValue())))
        .orElse(null);
  }

  /** The day that a stylesheet passes: a day, or a time with offset. */
  static LocalDate parse(Item value) {
    String text = value.getUnicodeStringValue().toString();
    try {
      return text.length() == DAY_LENGTH ? LocalDate.parse(text) : day(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      throw Refusal.of("HUB-9010", "the day that a code goes by is neither a day nor a time")
          .because("it is not like 2018-07-02 or 2018-07-02T08:41:10+08:00")
          .fix("correct the stylesheet, or ask the department what it sent")
          .at(StylesheetFunction.path(value));
    }
  }

  private static LocalDate day(OffsetDateTime time) {
    return time.atZoneSameInstant(CITY).toLocalDate();
  }
}
