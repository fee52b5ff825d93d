package city.rehearsal.simulator.protocol.http;

import city.rehearsal.simulator.core.Xml;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer, byte for byte as it goes out.
 *
 * @param padding blanks put before the last byte: legal in JSON and in XML, and of any size
 * @param headers beside the content type
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out, never compared
public record HttpReply(
    int status, String contentType, byte[] body, int padding, Map<String, String> headers) {
  public HttpReply {
    headers = Map.copyOf(headers);
  }

  public static HttpReply of(int status, String contentType, String text, Charset charset) {
    return new HttpReply(status, contentType, text.getBytes(charset), 0, Map.of());
  }

  public static HttpReply plain(int status, String text) {
    return of(status, "text/plain", text, StandardCharsets.US_ASCII);
  }

  public static HttpReply json(int status, ObjectNode body) {
    return of(status, "application/json;charset=UTF-8", body.toString(), StandardCharsets.UTF_8);
  }

  /** The answer to OPTIONS of an interface that takes POST only. */
  public static HttpReply allowPost() {
    return plain(200, "POST").with("Allow", "POST");
  }

  /** The same status with an XML page that has a DOCTYPE, from an interface that speaks JSON. */
  public HttpReply doctypePage() {
    String page = "<?xml version=\"1.0\"?>" + Xml.DOCTYPE + "<x>&y;</x>";
    return of(status, "application/xml", page, StandardCharsets.US_ASCII);
  }

  public String text(Charset charset) {
    return new String(body, charset);
  }

  /** The same with {@code what} replaced in its text. */
  public HttpReply replaced(String what, String with, Charset charset) {
    return body(text(charset).replace(what, with).getBytes(charset));
  }

  /** The same text in another charset than the content type says. */
  public HttpReply recoded(Charset from, Charset to) {
    return body(text(from).getBytes(to));
  }

  public HttpReply body(byte[] other) {
    return new HttpReply(status, contentType, other, padding, headers);
  }

  /** Cut one byte short: whatever it was, it is not well-formed now. */
  public HttpReply cutShort() {
    return body(Arrays.copyOf(body, body.length - 1));
  }

  /**
   * The last character that is not ASCII loses its last byte; an answer all in ASCII stays as it
   * is.
   */
  public HttpReply withHalfACharacter() {
    int at = body.length - 1;
    while (at >= 0 && body[at] >= 0) {
      at--;
    }
    if (at < 0) {
      return this;
    }
    byte[] rest = Arrays.copyOf(body, body.length - 1);
    System.arraycopy(body, at + 1, rest, at, body.length - at - 1);
    return body(rest);
  }

  public HttpReply padded(int blanks) {
    return new HttpReply(status, contentType, body, blanks, headers);
  }

  /** The same with one more header, or another in its place. */
  public HttpReply with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new HttpReply(status, contentType, body, padding, more);
  }

  public void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setContentType(contentType);
    response.setContentLength(body.length + padding);
    OutputStream out = response.getOutputStream();
    out.write(body, 0, body.length - 1);
    byte[] blanks = new byte[Math.min(padding, 65_536)];
    Arrays.fill(blanks, (byte) ' ');
    for (int left = padding; left > 0; left -= blanks.length) {
      out.write(blanks, 0, Math.min(left, blanks.length));
    }
    out.write(body, body.length - 1, 1);
  }
}
