package city.tongban.path;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The one back-end that all tests of a class, and those that it inherits, are about. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OfBackEnd {
  String value();
}
