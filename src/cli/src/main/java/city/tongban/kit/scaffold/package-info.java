/** Writes the files of a new connector from a department's contract. */
@NullMarked
package city.tongban.kit.scaffold;

import org.jspecify.annotations.NullMarked;
