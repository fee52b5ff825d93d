package city.tongban.transport.soap;

import city.tongban.connector.Limits;
import city.tongban.transport.rest.RestClientConfigurer;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transport.http.HTTPConduitFactory;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;

/**
 * Restricts the CXF client of one connector version; the SOAP equivalent of {@link
 * RestClientConfigurer}.
 */
final class SoapClientConfigurer implements CxfConfigurer {
  private final Limits limits;

  SoapClientConfigurer(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void configureClient(Client client) {
    HTTPConduitFactory sentOnce =
        (transport, bus, endpoint, target) -> new NoRetryConduit(bus, endpoint, target);
    client
        .getEndpoint()
        .getEndpointInfo()
        .setProperty(HTTPConduitFactory.class.getName(), sentOnce);
    // every status is returned as an answer; its meaning is decided in one place for all transports
    client.getEndpoint().put(HTTPConduit.NO_IO_EXCEPTIONS, true);
    client.getEndpoint().put(Message.PROCESS_202_RESPONSE_ONEWAY_OR_PARTIAL, false);
    ((HTTPConduit) client.getConduit()).setClient(policy());
  }

  @Override
  public void configure(AbstractWSDLBasedEndpointFactory factory) {}

  @Override
  public void configureServer(Server server) {}

  private HTTPClientPolicy policy() {
    HTTPClientPolicy policy = new HTTPClientPolicy();
    policy.setConnectionTimeout(limits.connectTimeout().toMillis());
    policy.setReceiveTimeout(limits.timeout().toMillis());
    policy.setAutoRedirect(false);
    policy.setAllowChunking(false);
    return policy;
  }
}
