package city.tongban.mapping;

import city.tongban.mapping.CodeLine.Way;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet asks of a code list.
 *
 * @param second what the deciding field says; null when the sheet gives none
 * @param day the day that counts; null when nobody knows it
 */
record CodeLookup(Way way, String code, @Nullable String second, @Nullable LocalDate day) {}
