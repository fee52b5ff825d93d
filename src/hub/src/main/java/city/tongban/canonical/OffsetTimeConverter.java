package city.tongban.canonical;

import com.thoughtworks.xstream.converters.SingleValueConverter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Writes times with seconds even when they are 0: XML Schema requires them, Java leaves them out.
 */
final class OffsetTimeConverter implements SingleValueConverter {
  @Override
  @SuppressWarnings("rawtypes") // as the library declares it
  public boolean canConvert(Class type) {
    return type == OffsetDateTime.class;
  }

  @Override
  public String toString(Object time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format((OffsetDateTime) time);
  }

  @Override
  public Object fromString(String text) {
    return Instants.parse(text);
  }
}
