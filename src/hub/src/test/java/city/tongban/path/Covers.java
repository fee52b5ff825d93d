package city.tongban.path;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which cases of the contract a test tries, and for which back-ends: those that it names, else
 * those that its {@code @MethodSource} gives it first, else the one of its class ({@link
 * TestedBackEnd}). {@code src/docs/contract-matrix.md} is made of these.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Covers {
  ContractCase[] value();

  String[] backEnds() default {};
}
