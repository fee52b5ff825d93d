package city.tongban.api;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;
import city.tongban.partner.ProblemDocument;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers the exception of a controller with a problem document, as the routes do. */
@RestControllerAdvice(basePackageClasses = ApiExceptionHandler.class)
class ApiExceptionHandler {
  private final ExceptionTranslator failures;

  ApiExceptionHandler(ExceptionTranslator failures) {
    this.failures = failures;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> parameter(MethodArgumentTypeMismatchException failure) {
    return answer(wrong(failure.getName()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> parameter(MissingServletRequestParameterException failure) {
    return answer(wrong(failure.getParameterName()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> parameter(HandlerMethodValidationException failure) {
    return answer(
        wrong(
            failure.getParameterValidationResults().stream()
                .map(result -> result.getMethodParameter().getParameterName())
                .findFirst()
                .orElse("")));
  }

  /** The client has closed the connection, so there is no answer to send. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException failure) {}

  @ExceptionHandler
  ResponseEntity<ProblemDocument> anything(Exception failure) {
    return answer(failures.problem(failure));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDocument> known(HubException failure) {
    return answer(failure.problem());
  }

  private static Problem wrong(String parameter) {
    return new Problem(
        "HUB-1005",
        "a parameter has the wrong form",
        "the contract does not allow this value",
        "send the parameter in the form that /docs shows",
        "?" + parameter);
  }

  private static ResponseEntity<ProblemDocument> answer(Problem problem) {
    ProblemDocument document = ProblemDocument.of(problem);
    return ResponseEntity.status(document.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(document);
  }
}
