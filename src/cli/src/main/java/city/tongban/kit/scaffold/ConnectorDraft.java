package city.tongban.kit.scaffold;

import city.tongban.kit.source.CanonicalFieldGuess;
import city.tongban.kit.source.MessageField;
import city.tongban.kit.source.ServiceContract;
import city.tongban.kit.source.TextConstraints;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All files of a new connector, except the two that only a dry run can fill in: the message for the
 * sample case, and the meaning of the sample reply.
 *
 * @param files by path below the working copy
 * @param idTypes whether a code list of identity papers is among them
 * @param asks the first field of the form that the stylesheet reads
 */
public record ConnectorDraft(
    ScaffoldRequest wish,
    ServiceContract contract,
    SortedMap<String, String> files,
    boolean idTypes,
    Optional<String> asks) {

  public static ConnectorDraft of(ScaffoldRequest wish, ServiceContract contract) {
    FormFields form = new FormFields();
    String about = "%s: our case to their message.".formatted(wish.item());
    RequestStylesheet.Text sheet = RequestStylesheet.of(contract, about, form);
    SortedMap<String, String> files = new TreeMap<>();
    ConnectorDraft draft =
        new ConnectorDraft(
            wish, contract, files, sheet.idTypes(), form.values().keySet().stream().findFirst());
    files.put("connectors/" + wish.backEnd() + "/connector.yaml", ConnectorYaml.of(wish, contract));
    contract.schemas().forEach((name, text) -> draft.put("schema/" + name, text));
    draft.put(ServiceContract.MAPPING + ".request.xsl", sheet.xsl());
    draft.put(draft.caseFile(), SampleCase.of(wish.item(), "RESIDENT_ID", form.values()));
    if (sheet.idTypes()) {
      draft.put("codes/id-type.csv", draft.idTypeCodes());
      draft.put(
          "samples/seafarer.case.xml", SampleCase.of(wish.item(), "SEAFARER_BOOK", form.values()));
    }
    if (contract.wire() == ServiceContract.Wire.FILES) {
      BatchFileDraft.into(draft);
    } else {
      draft.reply();
    }
    return draft;
  }

  void put(String file, String text) {
    files.put("mappings/" + wish.backEnd() + "/" + file, text);
  }

  public String caseFile() {
    return "samples/" + ServiceContract.MAPPING + ".case.xml";
  }

  /** The file with the message for the sample case; its text comes from a dry run. */
  public String expectedFile() {
    String ending =
        switch (contract.wire()) {
          case REST_JSON -> "json";
          case FILES -> "line.txt";
          default -> "xml";
        };
    return "samples/" + ServiceContract.MAPPING + ".sent." + ending;
  }

  public String replyFile() {
    return "samples/decided.reply." + (contract.isJson() ? "json" : "xml");
  }

  String oddReplyFile() {
    return "samples/new-word.reply." + (contract.isJson() ? "json" : "xml");
  }

  private void reply() {
    ReplyFields parts = ReplyFields.of(contract.reply());
    @Nullable TextConstraints state = parts.state().map(p -> p.field().facts()).orElse(null);
    StateCodes codes = StateCodes.of(state, wish.question());
    put("codes/state.csv", codes.csv());
    put(
        ServiceContract.MAPPING + ".reply.xsl",
        ReplyStylesheet.of(contract, parts, wish.question()));
    put(replyFile(), sample(parts, codes.shown()));
    StubDraft.into(this);
  }

  private String sample(ReplyFields parts, String word) {
    return new SampleDocument(
            field ->
                is(parts.state(), field)
                    ? word
                    : is(parts.number(), field)
                        ? number(field)
                        : is(parts.reason(), field) || wish.question()
                            ? FieldValues.sampleOf(field)
                            : null)
        .text(contract, contract.reply());
  }

  private static String number(MessageField field) {
    TextConstraints facts = field.facts();
    boolean free =
        facts.sample() == null
            && facts.words().isEmpty()
            && facts.pattern() == null
            && facts.lengthMax() >= 13
            && field.kind() == MessageField.Kind.TEXT;
    return free ? "N201800000012" : FieldValues.sampleOf(field);
  }

  private static boolean is(Optional<ReplyFields.Place> place, MessageField field) {
    return place.isPresent() && place.get().field().equals(field);
  }

  private String idTypeCodes() {
    @Nullable MessageField field = find(contract.request());
    boolean free =
        field == null || (field.facts().words().isEmpty() && field.facts().sample() == null);
    String first = field == null ? "01" : free ? freeCode(field) : FieldValues.sampleOf(field);
    String others =
        free && first.equals("01")
            ? """
            HK_MACAO_PERMIT,02,港澳居民来往内地通行证
            TAIWAN_PERMIT,03,台湾居民来往大陆通行证
            FOREIGN_PERMANENT_RESIDENT,04,外国人永久居留身份证
            PASSPORT,05,护照
            """
            : "";
    return "ours,theirs,title\nRESIDENT_ID," + first + ",居民身份证\n" + others;
  }

  private static String freeCode(MessageField field) {
    return field.facts().pattern() == null ? "01" : FieldValues.sampleOf(field);
  }

  private static @Nullable MessageField find(MessageField shape) {
    if (!shape.isGroup()) {
      return CanonicalFieldGuess.ID_TYPE.means(shape.name()) ? shape : null;
    }
    return shape.children().stream()
        .map(ConnectorDraft::find)
        .filter(s -> s != null)
        .findFirst()
        .orElse(null);
  }

  /**
   * The examples, after a dry run has shown the meaning of the reply.
   *
   * @param meaning components of our answer, as YAML in one line
   */
  public String examples(String meaning) {
    return ExampleDrafts.of(this, meaning);
  }
}
