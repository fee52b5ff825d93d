package city.tongban.transport.rest;

import city.tongban.canonical.HubException;
import city.tongban.connector.Limits;
import city.tongban.security.RequestSigner;
import city.tongban.transport.BoundedReader;
import city.tongban.transport.TransportCall;
import city.tongban.transport.UntrustedResponse;
import java.io.IOException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Restricts the HTTP client of one connector version: a call is sent once, redirects are not
 * followed, and an answer is read up to the limit.
 *
 * <p>The authentication is added here and not in the route, so that no exchange ever holds it.
 */
public final class RestClientConfigurer implements HttpClientConfigurer {
  private final Limits limits;
  private final RequestSigner proof;

  RestClientConfigurer(Limits limits, RequestSigner proof) {
    this.limits = limits;
    this.proof = proof;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client
        // the library would send again after 429 and 503, even a POST
        .disableAutomaticRetries()
        // it would send our token to the target of a redirect (CVE-2026-85251)
        .disableRedirectHandling()
        // a small answer must not decompress to a large one
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .addExecInterceptorFirst("hub", this::call);
  }

  private ClassicHttpResponse call(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    long began = System.nanoTime();
    proof.onto(request, body(request));
    ClassicHttpResponse answer = chain.proceed(request, scope);
    HttpEntity entity = answer.getEntity();
    try {
      byte[] bytes =
          entity == null ? new byte[0] : BoundedReader.read(entity.getContent(), limits, began);
      check(request, answer, bytes);
      if (entity != null) {
        answer.setEntity(
            new ByteArrayEntity(bytes, ContentType.parseLenient(entity.getContentType())));
      }
      return answer;
    } catch (IOException | RuntimeException e) {
      scope.execRuntime.discardEndpoint();
      throw e;
    }
  }

  private void check(ClassicHttpRequest request, ClassicHttpResponse answer, byte[] bytes) {
    try {
      proof.answered(request, answer, bytes);
    } catch (HubException why) {
      Header type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
      String contentType = type == null ? null : type.getValue();
      throw new UntrustedResponse(
          why, new TransportCall.Answered(answer.getCode(), contentType, bytes));
    }
  }

  /** The bytes that will leave; a stream, which can be read only once, is replaced by its bytes. */
  private static byte[] body(ClassicHttpRequest request) throws IOException {
    HttpEntity entity = request.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    byte[] bytes = EntityUtils.toByteArray(entity);
    request.setEntity(
        new ByteArrayEntity(bytes, ContentType.parseLenient(entity.getContentType())));
    return bytes;
  }
}
