package city.tongban.mapping;

import city.tongban.mapping.CodeLine.Way;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lookup in a code list.
 *
 * @param second value of the deciding second field; null when the stylesheet passes none
 * @param day the day of the message; null when unknown
 */
record CodeLookup(Way way, String code, @Nullable String second, @Nullable LocalDate day) {}
