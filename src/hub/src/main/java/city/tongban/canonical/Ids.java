package city.tongban.canonical;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Creates our own ids: UUID version 7, so that rows made together are adjacent in an index. */
public final class Ids {
  private static final TimeBasedEpochGenerator UUIDS = Generators.timeBasedEpochGenerator();

  private Ids() {}

  public static String next() {
    return UUIDS.generate().toString();
  }
}
