package city.tongban.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A batch as the results of its lines are recorded against it.
 *
 * @param fileName null while it is open
 */
public record BatchView(
    long number, String backEnd, BatchState state, @Nullable String fileName, int lines) {}
