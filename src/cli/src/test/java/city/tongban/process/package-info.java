@NullMarked
package city.tongban.process;

import org.jspecify.annotations.NullMarked;
