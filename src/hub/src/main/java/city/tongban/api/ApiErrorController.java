package city.tongban.api;

import city.tongban.canonical.Problem;
import city.tongban.partner.ApiEndpoints;
import city.tongban.partner.ProblemDocument;
import city.tongban.partner.SoapResponseWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the errors of the web server itself: an unreadable request, an unknown path. */
@RestController
class ApiErrorController implements ErrorController {
  private final SoapResponseWriter soap;

  ApiErrorController(SoapResponseWriter soap) {
    this.soap = soap;
  }

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<?> error(HttpServletRequest request) {
    HttpStatus status = status(request);
    ProblemDocument document = ProblemDocument.of(problem(status)).withStatus(status.value());
    return isSoap(request)
        ? ResponseEntity.status(status)
            .header(HttpHeaders.CONTENT_TYPE, SoapResponseWriter.MEDIA_TYPE)
            .body(soap.fault(document))
        : ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(document);
  }

  private static boolean isSoap(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && ApiEndpoints.isSoap(path);
  }

  private static Problem problem(HttpStatus status) {
    return status.is4xxClientError()
        ? new Problem(
            "HUB-1030", "there is no such endpoint, or not in this form", null, "see /docs", null)
        : new Problem(
            "HUB-1031",
            "the hub could not process this request",
            null,
            "ask the monitoring team",
            null);
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status; // the path was requested directly
  }
}
