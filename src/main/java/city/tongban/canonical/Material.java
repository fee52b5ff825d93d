package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/**
 * A paper or file that came with the application.
 *
 * @param source code of list {@code material_source}: 0 uploaded, 1 licence library, 2 by courier,
 *     3 at the window …
 * @param pages number of pages, when counted
 */
public record Material(String code, String title, String source, @Nullable Integer pages) {}
