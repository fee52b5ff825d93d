@NullMarked
package city.tongban.cli;

import org.jspecify.annotations.NullMarked;
