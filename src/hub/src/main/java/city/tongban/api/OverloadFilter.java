package city.tongban.api;

import city.tongban.canonical.Problem;
import city.tongban.intake.Intake;
import city.tongban.partner.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 before authentication when the hub accepts no applications. A later answer would cost
 * the hub as much as accepting the application, and senders that repeat at once would take the
 * machine from those that are served.
 */
final class OverloadFilter extends OncePerRequestFilter {
  private final Intake intake;
  private final ProblemWriter problems;

  OverloadFilter(Intake intake, ProblemWriter problems) {
    this.intake = intake;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Problem> closed =
        HttpMethod.POST.matches(request.getMethod()) ? intake.closed() : Optional.empty();
    if (closed.isPresent()) {
      problems.write(closed.get(), request, response);
      return;
    }
    chain.doFilter(request, response);
  }
}
