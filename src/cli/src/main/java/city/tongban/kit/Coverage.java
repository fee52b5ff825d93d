package city.tongban.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * The schema fields, code list lines and stylesheets that no example of a back-end covers.
 *
 * @param fields that a schema defines and no example sets, by the schema's file
 * @param codes lines of code lists that no example uses, as {@code codes/state.csv line 3: BJ}
 * @param sheets stylesheets without an example
 * @param fieldsKnown how many fields the schemas define
 * @param codesKnown how many lines the code lists have
 */
public record Coverage(
    List<String> fields, List<String> codes, List<String> sheets, int fieldsKnown, int codesKnown) {
  public static final Coverage NONE = new Coverage(List.of(), List.of(), List.of(), 0, 0);

  public Coverage {
    fields = List.copyOf(fields);
    codes = List.copyOf(codes);
    sheets = List.copyOf(sheets);
  }

  public boolean isWhole() {
    return fields.isEmpty() && codes.isEmpty() && sheets.isEmpty();
  }

  /** The sum of this coverage and another back-end's. */
  public Coverage and(Coverage other) {
    return new Coverage(
        joined(fields, other.fields),
        joined(codes, other.codes),
        joined(sheets, other.sheets),
        fieldsKnown + other.fieldsKnown,
        codesKnown + other.codesKnown);
  }

  private static List<String> joined(List<String> a, List<String> b) {
    List<String> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
