package city.tongban.simulator;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the simulators stand.
 *
 * @param port 0 for any free one
 * @param hub the base address of the hub whose web-hook they ring
 * @param secrets folder with one file per secret
 * @param books folder in which the departments keep what they have taken
 */
public record Settings(int port, URI hub, Path secrets, Path books) {}
