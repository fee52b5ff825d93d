package city.tongban.kit;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Fact;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Statement;
import city.tongban.connector.Connector;
import city.tongban.mapping.MappedMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs one example and reports in a sentence how its outcome differs from the expected one. */
final class ExampleRun {
  private final Connector connector;
  private final Samples samples;
  private final MappingDryRun trial;

  ExampleRun(Connector connector, MappingDryRun trial) {
    this.connector = connector;
    this.samples = new Samples(connector);
    this.trial = trial;
  }

  /** Runs the example; empty when the outcome is as expected. */
  Optional<String> of(String mapping, Example example) {
    if (example.expect() == null && example.refuse() == null) {
      return Optional.of("it expects nothing, so it shows nothing");
    }
    try {
      Optional<String> difference = difference(mapping, example);
      return example.refuse() == null
          ? difference
          : Optional.of("it should have been refused with " + example.refuse().code());
    } catch (HubException e) {
      return refusal(example.refuse(), e);
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> difference(String mapping, Example example) {
    String sample = samples.text(example.sample());
    if (example.request() != null) {
      Map<String, String> given = example.parameters();
      MappedMessage mapped =
          given == null ? trial.request(mapping, sample) : trial.request(mapping, sample, given);
      return message(mapped, example.expect());
    }
    if (example.statement() != null) {
      return meaning(said(trial.statement(mapping, sample)), example.expect());
    }
    Answer answer =
        example.result() == null
            ? trial.reply(mapping, sample, example.status())
            : trial.result(mapping, sample);
    return meaning(said(answer), example.expect());
  }

  private Optional<String> message(MappedMessage mapped, @Nullable JsonNode expect) {
    if (expect == null) {
      return Optional.empty();
    }
    if (expect.asText().equals("nothing")) {
      return mapped.bytes().length == 0
          ? Optional.empty()
          : Optional.of("a message of %d bytes came out".formatted(mapped.bytes().length));
    }
    String made = trial.text(mapped);
    return DocumentEquality.difference(connector.codec(), samples.text(expect.asText()), made);
  }

  private static Optional<String> meaning(Map<String, String> said, @Nullable JsonNode expect) {
    if (expect == null) {
      return Optional.empty();
    }
    Map<String, String> expected = new TreeMap<>();
    expect.properties().forEach(e -> expected.put(e.getKey(), e.getValue().asText()));
    return said.equals(expected)
        ? Optional.empty()
        : Optional.of("it means %s, and %s was expected".formatted(said, expected));
  }

  static Map<String, String> said(Answer answer) {
    Map<String, String> said = new TreeMap<>();
    put(said, "delivery", answer.delivery());
    put(said, "outcome", answer.outcome());
    put(said, "theirNumber", answer.theirNumber());
    put(said, "theirMessageId", answer.theirMessageId());
    put(said, "reason", answer.reason());
    put(said, "at", answer.at());
    put(said, "found", found(answer.found()));
    return said;
  }

  private static Map<String, String> said(Statement statement) {
    Map<String, String> said = new TreeMap<>();
    put(said, "day", statement.day());
    put(said, "count", statement.count());
    put(said, "whole", statement.whole());
    put(said, "lines", statement.brief());
    return said;
  }

  private static @Nullable String found(@Nullable List<Fact> facts) {
    return facts == null ? null : facts.stream().map(Fact::brief).collect(Collectors.joining(", "));
  }

  private static void put(Map<String, String> said, String name, @Nullable Object value) {
    if (value != null) {
      said.put(name, value.toString());
    }
  }

  private static Optional<String> refusal(Example.@Nullable Refused expected, HubException e) {
    String code = e.problem().code();
    if (expected == null) {
      return Optional.of("it was refused with %s: %s".formatted(code, Finding.of("", e).what()));
    }
    boolean same =
        expected.code().equals(code)
            && (expected.at() == null || expected.at().equals(e.problem().at()));
    return same
        ? Optional.empty()
        : Optional.of(
            "it was refused with %s at %s, and %s at %s was expected"
                .formatted(code, e.problem().at(), expected.code(), expected.at()));
  }
}
