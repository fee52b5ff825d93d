package city.tongban.routes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the routes and templates that a test class tests. {@link RouteCoverageTest} reads it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TestsRoute {
  /** Route files below {@code routes/}, those that the tested routes refer to included. */
  String[] files();

  /** Ids of the routes and templates. */
  String[] ids();
}
