package city.tongban.notice;

import java.io.Serial;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * An address that no partner may make us call: it would reach what trusts this machine, or the
 * machine's own keeper.
 */
final class ForbiddenAddressException extends UnknownHostException {
  @Serial private static final long serialVersionUID = 1L;
  private static final HexFormat HEX = HexFormat.of();

  /** Where clouds tell a machine its credentials, beside link-local ones. */
  private static final Set<String> METADATA =
      Set.of("100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2:0:0:0:0:0:254");

  ForbiddenAddressException(String why) {
    super(why);
  }

  /** Why an address is forbidden, loopback apart; empty when it is not. */
  static Optional<String> why(InetAddress address) {
    InetAddress inner = inner(address);
    boolean six = inner instanceof Inet6Address;
    int first = Byte.toUnsignedInt(inner.getAddress()[0]);
    if (inner.isAnyLocalAddress() || (!six && first == 0)) {
      return Optional.of("it is no address of a machine");
    }
    if (inner.isLinkLocalAddress() || METADATA.contains(inner.getHostAddress())) {
      return Optional.of("it is link-local or a metadata service");
    }
    if (inner.isMulticastAddress() || (!six && first >= 240)) {
      return Optional.of("it is not one machine's");
    }
    if (six && inner.isSiteLocalAddress()) {
      return Optional.of("its range, fec0::/10, was given up");
    }
    return Optional.empty();
  }

  static boolean isLoopback(InetAddress address) {
    return inner(address).isLoopbackAddress();
  }

  /** The IPv4 address that a transition range carries, which is where the call would end. */
  private static InetAddress inner(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    String text = HEX.formatHex(bytes);
    if (text.startsWith("2002")) { // 6to4
      return v4(bytes, 2);
    }
    boolean own = address.isLoopbackAddress() || address.isAnyLocalAddress();
    boolean carried = text.startsWith("0064ff9b") || text.startsWith("0".repeat(24));
    return carried && !own ? v4(bytes, 12) : address; // NAT64 and IPv4-compatible
  }

  private static InetAddress v4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
