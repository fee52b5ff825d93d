/** The files of a new connector, written from a partner's contract. */
@NullMarked
package city.tongban.kit.scaffold;

import org.jspecify.annotations.NullMarked;
