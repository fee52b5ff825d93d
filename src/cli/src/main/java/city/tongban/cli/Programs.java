package city.tongban.cli;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The class paths of the two programs of a local stack. Each program has its own, so that the hub
 * runs with the product's libraries only.
 *
 * @param hub class path of the hub
 * @param city class path of the simulated departments and of the bare pipe
 */
public record Programs(String hub, String city) {
  /**
   * The programs that {@code ./hub} has installed beside this one; in a test or an IDE, where
   * nothing is installed, the class path of this program serves for both.
   */
  static Programs installed() {
    Path hub = location().resolve("../../hub").normalize();
    Path city = hub.resolveSibling("city");
    if (!Files.isRegularFile(hub.resolve("program.jar"))) {
      return new Programs(JavaProgram.ownClassPath(), JavaProgram.ownClassPath());
    }
    return new Programs(classPath(hub), classPath(city));
  }

  /** The given hub beside this program's own city. */
  public static Programs withHub(String hub) {
    return new Programs(hub, installed().city());
  }

  private static String classPath(Path folder) {
    return folder + "/program.jar" + File.pathSeparator + folder + "/lib/*";
  }

  private static Path location() {
    try {
      return Path.of(Programs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the location of this program is not a path", e);
    }
  }
}
