package city.tongban.canonical;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A paper or file that came with the application.
 *
 * @param source code of list {@code material_source}: 0 uploaded, 1 licence library, 2 by courier,
 *     3 at the window, 4 from the on-line form, 5 shared data
 * @param pages number of pages, when counted
 */
public record Material(String code, String title, String source, @Nullable Integer pages) {
  private static final Pattern SOURCE = Pattern.compile("[0-5]");

  public Material {
    code = TextRules.line("the material's code", code, 64);
    title = TextRules.line("the material's title", title, 200);
    if (!SOURCE.matcher(source).matches()) {
      throw TextRules.wrong("the material's source", "is not one of 0 to 5");
    }
    if (pages != null && pages < 0) {
      throw TextRules.wrong("the material's number of pages", "is below zero");
    }
  }
}
