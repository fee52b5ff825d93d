package city.tongban.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A batch as those see it who settle it.
 *
 * @param fileName null while it is open
 */
public record BatchView(
    long number, String backEnd, BatchState state, @Nullable String fileName, int lines) {}
