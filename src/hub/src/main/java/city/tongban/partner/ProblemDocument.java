package city.tongban.partner;

import city.tongban.canonical.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the hub says no over HTTP: RFC 9457, with our code, the field, why and how to put it right.
 *
 * @param at path of the offending field in the sender's own message
 * @param trail id of the trail row that keeps this refusal, when there is one
 * @param errors all that is wrong, the first being the one above; absent when it is the only one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
    String type,
    String title,
    int status,
    String code,
    String detail,
    @Nullable String why,
    @Nullable String fix,
    @Nullable String at,
    @Nullable String trail,
    @Nullable List<Entry> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One of several things that are wrong with a message. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      String code,
      String detail,
      @Nullable String why,
      @Nullable String fix,
      @Nullable String at) {}

  public static ProblemDocument of(Problem problem) {
    return of(List.of(problem), null);
  }

  /** The first problem leads; all of them are listed when there are several. */
  public static ProblemDocument of(List<Problem> problems, @Nullable String trail) {
    Problem main = problems.get(0);
    return new ProblemDocument(
        "urn:tongban:problem:" + main.code(),
        ProblemStatus.title(main.code()),
        ProblemStatus.of(main.code()),
        main.code(),
        main.what(),
        main.why(),
        main.fix(),
        main.at(),
        trail,
        problems.size() == 1 ? null : problems.stream().map(ProblemDocument::entry).toList());
  }

  /** The same problem where the web server has chosen another status. */
  public ProblemDocument withStatus(int status) {
    return new ProblemDocument(type, title, status, code, detail, why, fix, at, trail, errors);
  }

  private static Entry entry(Problem problem) {
    return new Entry(problem.code(), problem.what(), problem.why(), problem.fix(), problem.at());
  }
}
