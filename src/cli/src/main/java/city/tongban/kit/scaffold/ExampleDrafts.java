package city.tongban.kit.scaffold;

import city.tongban.kit.source.ServiceContract;
import org.jspecify.annotations.Nullable;

/** Writes the first examples of a new mapping; they pass, and show the format for further ones. */
final class ExampleDrafts {
  private ExampleDrafts() {}

  static String of(ConnectorDraft draft, String meaning) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        "# What is sent and what is understood; made by './hub connector new', add yours.\n");
    example(
        yaml,
        "a resident with an identity card",
        "request: " + draft.caseFile(),
        null,
        "expect: " + draft.expectedFile());
    if (draft.idTypes()) {
      example(
          yaml,
          "an identity type they have no word for is refused, not guessed",
          "request: samples/seafarer.case.xml",
          null,
          "refuse: { code: HUB-9002, at: /case/applicant/idType }");
    }
    if (draft.contract().wire() != ServiceContract.Wire.FILES) {
      reply(draft, meaning, yaml);
    }
    return yaml.toString();
  }

  private static void reply(ConnectorDraft draft, String meaning, StringBuilder yaml) {
    String reply = "reply: " + draft.replyFile();
    example(yaml, "their answer", reply, "200", "expect: " + meaning);
    example(yaml, "busy", reply, "503", "refuse: { code: HUB-4012 }");
    example(yaml, "our credential is refused", reply, "401", "refuse: { code: HUB-4013 }");
  }

  private static void example(
      StringBuilder yaml, String name, String in, @Nullable String status, String out) {
    yaml.append("- name: ").append(name).append('\n').append("  ").append(in).append('\n');
    if (status != null) {
      yaml.append("  status: ").append(status).append('\n');
    }
    yaml.append("  ").append(out).append('\n');
  }
}
