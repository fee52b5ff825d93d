package city.tongban.intake;

import city.tongban.canonical.Envelope;
import city.tongban.canonical.Ids;
import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.partner.Partner;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One parsed message with its sender. The tree is the same for JSON and SOAP.
 *
 * @param digest of its content, see {@link ContentDigest}
 * @param place from a field's path in the tree to its path in the sender's own message
 */
record ParsedMessage(
    Partner sender,
    JsonNode tree,
    Payload payload,
    String digest,
    String traceparent,
    UnaryOperator<String> place) {

  /**
   * Parses JSON.
   *
   * @param about what the message states by its URL instead of its body, such as the case it takes
   *     back
   */
  static ParsedMessage json(Partner sender, IncomingMessage incoming, String about) {
    return of(
        sender,
        JsonMessageReader.parse(incoming),
        incoming,
        "application/json",
        about,
        UnaryOperator.identity());
  }

  static ParsedMessage of(
      Partner sender,
      JsonNode tree,
      IncomingMessage incoming,
      String mediaType,
      String about,
      UnaryOperator<String> place) {
    return new ParsedMessage(
        sender,
        tree,
        new Payload(incoming.body(), mediaType),
        ContentDigest.digest(about, tree),
        TraceParent.honouredOrBegun(incoming.traceparent()),
        place);
  }

  /** The text at a path; null where there is none, which the schema has reported already. */
  @Nullable String text(String path) {
    JsonNode node = tree.at(path);
    return node.isTextual() ? node.textValue() : null;
  }

  /** The sender's id of the message, if it has one at all. */
  @Nullable String id() {
    return text("/messageId");
  }

  Envelope envelope(String id) {
    return new Envelope(Ids.next(), sender.id(), id, digest, text("/correlationId"), traceparent);
  }

  /** The same problems with paths in the message as the sender wrote it. */
  List<Problem> atSendersPaths(List<Problem> problems) {
    return problems.stream().map(this::atSendersPaths).toList();
  }

  private Problem atSendersPaths(Problem problem) {
    return problem.at() == null
        ? problem
        : new Problem(
            problem.code(),
            problem.what(),
            problem.why(),
            problem.fix(),
            place.apply(problem.at()));
  }
}
