package city.tongban.partner;

import city.tongban.canonical.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes a problem as the response of a servlet filter, outside controllers and routes. */
@Component
public class ProblemWriter {
  /** Value of Retry-After with every 503. */
  public static final String RETRY_AFTER_SECONDS = "5";

  private final ObjectMapper json;
  private final SoapResponseWriter soap;

  ProblemWriter(ObjectMapper json, SoapResponseWriter soap) {
    this.json = json;
    this.soap = soap;
  }

  /** To whom speaks SOAP it is a fault, with the status by which any client knows what to do. */
  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemDocument document = ProblemDocument.of(problem);
    boolean bySoap = ApiEndpoints.isSoap(request.getRequestURI());
    byte[] body = bySoap ? soap.fault(document) : json.writeValueAsBytes(document);
    response.setStatus(document.status());
    if (document.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    response.setContentType(bySoap ? SoapResponseWriter.MEDIA_TYPE : ProblemDocument.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
