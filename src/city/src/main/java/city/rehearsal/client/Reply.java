package city.rehearsal.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * An HTTP answer with a JSON body.
 *
 * @param body a missing node when there is no body or it is not JSON
 */
public record Reply(int status, JsonNode body) {

  public boolean ok() {
    return status / 100 == 2;
  }

  /** The code of a problem, such as HUB-1006; empty when the answer names none. */
  public String code() {
    return body.path("code").asText("");
  }

  /** The body of a successful answer; throws the problem as a sentence otherwise. */
  public JsonNode orThrow() {
    if (!ok()) {
      throw new Refused(this);
    }
    return body;
  }

  static Reply empty(int status) {
    return new Reply(status, MissingNode.getInstance());
  }

  /** The hub refused the request. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(Reply reply) {
      super(sentence(reply));
    }

    private static String sentence(Reply reply) {
      JsonNode problem = reply.body();
      if (reply.code().isEmpty()) {
        return "the answer was status " + reply.status();
      }
      StringBuilder said = new StringBuilder(reply.code());
      said.append(": ").append(problem.path("detail").asText(problem.path("title").asText()));
      for (String more : new String[] {"why", "fix"}) {
        if (problem.hasNonNull(more)) {
          said.append("\n  ").append(more).append(": ").append(problem.path(more).asText());
        }
      }
      return said.toString();
    }
  }
}
