package city.tongban.notice;

import city.tongban.canonical.Refusal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Which addresses a webhook may have. The form of the URL is checked when it is registered and
 * before each push. The addresses behind its host name are checked when the connection is made, and
 * exactly those are called.
 */
@Component
class WebhookUrlPolicy implements DnsResolver {
  private static final int URL_CHARS_MAX = 1_000;
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.]+]");

  private final boolean loopback;
  private final boolean elsewhere;
  private final int ownPort;
  private final Names names;

  /** Resolves a host name. */
  interface Names {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  @Autowired
  WebhookUrlPolicy(
      PushProperties push, Environment environment, @Value("${server.port:8080}") int ownPort) {
    this(
        !environment.acceptsProfiles(Profiles.of("production")),
        push.externalReceivers(),
        ownPort,
        InetAddress::getAllByName);
  }

  WebhookUrlPolicy(boolean loopback, boolean elsewhere, int ownPort, Names names) {
    this.loopback = loopback;
    this.elsewhere = elsewhere;
    this.ownPort = ownPort;
    this.names = names;
  }

  /** The URL as it will be called, or the refusal that says what is wrong with it. */
  URI accept(String url) {
    URI uri = parse(url);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean here = loopback && isThisMachine(uri.getHost());
    if (!(scheme.equals("https") && (here || elsewhere)) && !(scheme.equals("http") && here)) {
      throw refused("the hub does not push to this address")
          .because(
              elsewhere
                  ? "other machines are called by https only; http is for this machine, in a"
                      + " rehearsal"
                  : "this hub pushes to its own machine only")
          .fix(
              "register an https address; the hub's setting is hub.notice.push.external-receivers");
    }
    if (here || LITERAL.matcher(uri.getHost()).matches()) { // no name server is asked
      try {
        resolve(uri.getHost(), port(uri));
      } catch (UnknownHostException e) {
        throw refused("the address of the webhook is not allowed").because(reason(e)).causedBy(e);
      }
    }
    return uri;
  }

  private static URI parse(String url) {
    try {
      URI uri = new URI(url);
      if (url.length() > URL_CHARS_MAX || uri.getHost() == null || uri.getScheme() == null) {
        throw refused("the webhook is not a URL with scheme and host");
      }
      if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
        throw refused("the webhook has a user or a fragment")
            .because("credentials in a URL end up in logs; the hub authenticates by its signature");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw refused("the webhook is not a URL").causedBy(e);
    }
  }

  private boolean isThisMachine(String host) {
    try {
      boolean literal = LITERAL.matcher(host).matches();
      return host.equalsIgnoreCase("localhost")
          || (literal && ForbiddenAddressException.isLoopback(InetAddress.getByName(host)));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetSocketAddress> allowed = new ArrayList<>();
    for (InetAddress address : names.all(host)) {
      check(address, port);
      allowed.add(new InetSocketAddress(address, port));
    }
    return allowed;
  }

  /** One forbidden address among several refuses the name: the client would try each of them. */
  private void check(InetAddress address, int port) throws ForbiddenAddressException {
    if (ForbiddenAddressException.isLoopback(address) && !loopback) {
      throw new ForbiddenAddressException("it is this machine");
    }
    if (port == ownPort && isOwn(address)) {
      throw new ForbiddenAddressException("it is the hub itself");
    }
    String why = ForbiddenAddressException.why(address).orElse("");
    if (!why.isEmpty()) {
      throw new ForbiddenAddressException(why);
    }
  }

  private static boolean isOwn(InetAddress address) {
    try {
      return ForbiddenAddressException.isLoopback(address)
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return true;
    }
  }

  private static int port(URI uri) {
    int secure = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    return uri.getPort() < 0 ? secure : uri.getPort();
  }

  /** The answer of the name server is not shown: a partner could map the network with it. */
  private static String reason(UnknownHostException e) {
    return e instanceof ForbiddenAddressException known && known.getMessage() != null
        ? known.getMessage()
        : "it is not known";
  }

  private static Refusal refused(String what) {
    return Refusal.of("HUB-5020", "%s", what).at("/url");
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    throw new UnknownHostException("addresses are checked together with the port");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
