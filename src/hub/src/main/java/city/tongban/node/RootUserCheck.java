package city.tongban.node;

import city.tongban.canonical.StartRefused;
import java.io.IOException;

/**
 * Whether the embedded PostgreSQL can run for root. It refuses to, unless the kernel lets us put it
 * into a user namespace of its own; in a container or a chroot that is usually forbidden.
 */
final class RootUserCheck {
  private RootUserCheck() {}

  static void refuse() {
    if ("root".equals(System.getProperty("user.name")) && !namespaces()) {
      throw new StartRefused(
          "HUB-8093: PostgreSQL does not run as root, and this machine allows no user namespaces",
          "start the hub as an ordinary user, for example: useradd -m hub, then su hub -c './hub"
              + " up'");
    }
  }

  private static boolean namespaces() {
    try {
      return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such command here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
