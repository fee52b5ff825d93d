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
 * An address that a partner must not make the hub call: it leads to services that trust this
 * machine or to the metadata service of its cloud.
 */
final class ForbiddenAddressException extends UnknownHostException {
  @Serial private static final long serialVersionUID = 1L;
  private static final HexFormat HEX = HexFormat.of();

  /** Metadata services, which give a machine its credentials, beside the link-local ones. */
  private static final Set<String> METADATA =
      Set.of("100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2:0:0:0:0:0:254");

  ForbiddenAddressException(String why) {
    super(why);
  }

  /** Why an address is forbidden; empty when it is not. Loopback is checked elsewhere. */
  static Optional<String> why(InetAddress address) {
    InetAddress inner = inner(address);
    boolean six = inner instanceof Inet6Address;
    int first = Byte.toUnsignedInt(inner.getAddress()[0]);
    if (inner.isAnyLocalAddress() || (!six && first == 0)) {
      return Optional.of("it is not the address of a machine");
    }
    if (inner.isLinkLocalAddress() || METADATA.contains(inner.getHostAddress())) {
      return Optional.of("it is link-local or a metadata service");
    }
    if (inner.isMulticastAddress() || (!six && first >= 240)) {
      return Optional.of("it is not the address of one machine");
    }
    if (six && inner.isSiteLocalAddress()) {
      return Optional.of("its range, fec0::/10, is withdrawn");
    }
    return Optional.empty();
  }

  static boolean isLoopback(InetAddress address) {
    return inner(address).isLoopbackAddress();
  }

  /** The IPv4 address inside one of a transition range, because the call would end there. */
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
