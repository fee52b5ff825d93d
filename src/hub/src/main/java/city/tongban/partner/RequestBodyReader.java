package city.tongban.partner;

import city.tongban.canonical.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body whole, and never more of it than the limit.
 *
 * <p>A declared length above the limit is refused before a byte is read; a body without a length as
 * soon as it passes the limit. Forms are refused by name: the servlet container would take them
 * apart before a route sees them.
 */
final class RequestBodyReader {
  private static final String FIX_SIZE = "send less in one message; files go by reference";

  private final int bodyBytesMax;

  RequestBodyReader(int bodyBytesMax) {
    this.bodyBytesMax = bodyBytesMax;
  }

  CachedBodyRequest bounded(HttpServletRequest request) throws IOException {
    if (isForm(request.getContentType())) {
      throw Refusal.of("HUB-1015", "HTML forms are not accepted")
          .fix("send the content type that the contract names: see /docs");
    }
    if (request.getHeader("Content-Encoding") != null) {
      throw Refusal.of("HUB-1015", "compressed bodies are not accepted")
          .fix("send the body as it is, without Content-Encoding");
    }
    if (request.getContentLengthLong() > bodyBytesMax) {
      throw tooLarge();
    }
    return new CachedBodyRequest(request, read(request.getInputStream()));
  }

  private byte[] read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(bodyBytesMax + 1);
    if (body.length > bodyBytesMax) {
      throw tooLarge();
    }
    return body;
  }

  private static boolean isForm(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
    return type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
  }

  private Refusal tooLarge() {
    return Refusal.of("HUB-1009", "the body is larger than %d bytes", bodyBytesMax).fix(FIX_SIZE);
  }
}
