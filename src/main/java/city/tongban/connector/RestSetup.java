package city.tongban.connector;

import java.io.IOException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Makes the HTTP client of one connector version harmless: a call is sent once, followed nowhere,
 * and its answer is read to the limit.
 *
 * <p>Authentication happens here and not in the route, so that no exchange ever holds the token.
 */
final class RestSetup implements HttpClientConfigurer {
  private final Limits limits;
  private final Tokens tokens;

  RestSetup(Limits limits, Tokens tokens) {
    this.limits = limits;
    this.tokens = tokens;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client
        // the library would send again after 429 and 503, a POST too
        .disableAutomaticRetries()
        // it would show our token to wherever a redirect points (CVE-2026-85251)
        .disableRedirectHandling()
        // a small answer must not unpack to a large one
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .addExecInterceptorFirst("hub", this::call);
  }

  private ClassicHttpResponse call(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    long began = System.nanoTime();
    String token = tokens.current();
    if (!token.isEmpty()) {
      request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    ClassicHttpResponse answer = chain.proceed(request, scope);
    if (answer.getCode() == HttpStatus.SC_UNAUTHORIZED) {
      tokens.refused(token);
    }
    HttpEntity entity = answer.getEntity();
    if (entity != null) {
      try {
        byte[] bytes = AnswerBytes.read(entity.getContent(), limits, began);
        answer.setEntity(
            new ByteArrayEntity(bytes, ContentType.parseLenient(entity.getContentType())));
      } catch (IOException | RuntimeException e) {
        scope.execRuntime.discardEndpoint();
        throw e;
      }
    }
    return answer;
  }
}
