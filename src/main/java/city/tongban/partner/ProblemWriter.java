package city.tongban.partner;

import city.tongban.canonical.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Writes a problem as the answer, where no controller or route is there to do it. */
@Component
public class ProblemWriter {
  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  public void write(Problem problem, HttpServletResponse response) throws IOException {
    ProblemDocument document = ProblemDocument.of(problem);
    byte[] body = json.writeValueAsBytes(document);
    response.setStatus(document.status());
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
