package city.tongban.notice;

import city.tongban.canonical.TraceStep.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes one HTTP call to an address that a partner chose: no retry, no redirect, each connection to
 * an address that was just checked, the response read up to a limit.
 */
@Component
class WebhookHttpClient implements DisposableBean {
  private static final int ANSWER_BYTES_MAX = 64 * 1024;
  private static final int HEADERS_MAX = 100;
  private static final int LINE_BYTES_MAX = 8 * 1024;

  private final CloseableHttpClient http;

  WebhookHttpClient(PushProperties limits, WebhookUrlPolicy urlPolicy) {
    Timeout timeout = Timeout.of(limits.timeout());
    Timeout connect = Timeout.of(limits.connectTimeout());
    Http1Config lines =
        Http1Config.custom()
            .setMaxHeaderCount(HEADERS_MAX)
            .setMaxLineLength(LINE_BYTES_MAX)
            .build();
    int most = limits.concurrency() + limits.slowConcurrency();
    http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(urlPolicy)
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(lines).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(connect)
                            .setSocketTimeout(timeout)
                            .build())
                    .setDefaultSocketConfig(
                        SocketConfig.custom()
                            .setSoTimeout(timeout)
                            .build()) // for the greeting of a proxy
                    .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                    .setMaxConnTotal(most)
                    .setMaxConnPerRoute(most)
                    .useSystemProperties() // a certificate authority of the city's own
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(connect)
                    .setResponseTimeout(timeout)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            // a kept connection may be dead, and the check of an address does not last
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("tongban-hub")
            .build();
  }

  /** Sends and reads the response; the time limit may abort the call at any moment. */
  PushResponse send(URI url, Map<String, String> headers, byte[] body, PushTimeout timeout)
      throws IOException, HttpException {
    HttpPost post = new HttpPost(url);
    headers.forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(body, ContentType.parse(CloudEvent.CONTENT_TYPE)));
    timeout.abortWith(post::abort);
    ClassicHttpResponse response = open(post);
    try {
      return new PushResponse(response.getCode(), read(response.getEntity()));
    } finally {
      post.abort(); // otherwise closing reads to the end, and some responses have none
      Closer.closeQuietly(response);
    }
  }

  private ClassicHttpResponse open(HttpPost post) throws IOException, HttpException {
    try {
      return http.executeOpen(RoutingSupport.determineHost(post), post, null);
    } catch (IllegalStateException e) {
      throw new IOException(
          "ended between two steps of the call", e); // thrown by the library after an abort
    }
  }

  /**
   * The status decides; the body is read as evidence, and an error while reading changes nothing.
   */
  private static @Nullable Payload read(@Nullable HttpEntity entity) {
    if (entity == null) {
      return null;
    }
    String type = entity.getContentType() == null ? "" : entity.getContentType();
    try {
      InputStream in = entity.getContent();
      byte[] read = in.readNBytes(ANSWER_BYTES_MAX);
      return read.length == 0 ? null : new Payload(read, type);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void destroy() throws IOException {
    http.close();
  }
}
