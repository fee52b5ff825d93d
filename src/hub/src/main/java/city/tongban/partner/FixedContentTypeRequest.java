package city.tongban.partner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request that keeps its content type to itself. CXF would take the charset out of it and fail at
 * one that it does not know, before anything of ours could say what is wrong; the header itself is
 * still there for the one who reads the message.
 */
final class FixedContentTypeRequest extends HttpServletRequestWrapper {
  FixedContentTypeRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getContentType() {
    return "text/xml";
  }

  @Override
  public String getCharacterEncoding() {
    return "UTF-8";
  }
}
