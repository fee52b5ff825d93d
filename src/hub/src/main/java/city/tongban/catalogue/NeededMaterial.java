package city.tongban.catalogue;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material 材料 that an item asks for; staff compare what a resident brings, not the hub.
 *
 * @param code within its item, {@code M1}
 * @param title shown to the resident
 */
public record NeededMaterial(String code, String title) {
  public NeededMaterial {
    if (!code.matches("M[1-9][0-9]?") || title.isBlank()) {
      throw new IllegalArgumentException("a material is a code and a title, such as M1:租赁合同");
    }
  }

  /** Parses a cell of {@code items.csv}: {@code M1:租赁合同;M2:身份证件}. */
  static List<NeededMaterial> all(@Nullable String cell) {
    if (cell == null) {
      return List.of();
    }
    List<NeededMaterial> materials =
        Arrays.stream(cell.split(";", -1)).map(NeededMaterial::of).toList();
    if (materials.stream().map(NeededMaterial::code).distinct().count() < materials.size()) {
      throw new IllegalArgumentException("a material's code stands twice in " + cell);
    }
    return materials;
  }

  private static NeededMaterial of(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("the material '" + text + "' has no code");
    }
    return new NeededMaterial(text.substring(0, colon), text.substring(colon + 1));
  }
}
