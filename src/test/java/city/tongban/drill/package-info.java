@NullMarked
package city.tongban.drill;

import org.jspecify.annotations.NullMarked;
