package city.tongban.kit.scaffold;

import city.tongban.kit.source.CanonicalFieldGuess;
import city.tongban.kit.source.MessageField;
import city.tongban.kit.source.ServiceContract;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the new {@code stub.yaml}: recorded answers for {@code connector stub}. */
final class StubDraft {
  private StubDraft() {}

  static void into(ConnectorDraft draft) {
    ServiceContract contract = draft.contract();
    String id =
        path(contract.request(), "")
            .map(
                p ->
                    "id: "
                        + p
                        + "   # where a message carries its id: the same id with other content is"
                        + " refused\n")
            .orElse("# id: /deliveryId   # where a message carries its id, if it does\n");
    String yaml =
        """
        # What './hub connector stub %s' answers: the first that matches. A body stands here, or is a file beside the mappings.
        %sanswers:
          # - match: { call: %s, where: { %s: 拒绝 } }   # a field of the message has this value
          #   status: 422
          #   body: '...'
          - match: { call: %s }
            status: 200
            file: %s
        """
            .formatted(
                draft.wish().backEnd(),
                id,
                ConnectorYaml.quoted(contract.call()),
                contract.request().leaves("").findFirst().orElse("/name"),
                ConnectorYaml.quoted(contract.call()),
                draft.replyFile());
    draft.files().put("connectors/" + draft.wish().backEnd() + "/stub.yaml", yaml);
  }

  private static Optional<String> path(MessageField shape, String above) {
    String here = shape.name().isEmpty() ? above : above + "/" + shape.name();
    if (!shape.isGroup()) {
      return CanonicalFieldGuess.of(shape.name()) == CanonicalFieldGuess.DELIVERY
          ? Optional.of(here)
          : Optional.empty();
    }
    return shape.children().stream()
        .flatMap(c -> path(c, here).map(Stream::of).orElseGet(Stream::empty))
        .findFirst();
  }
}
